/** Puts something into a sparse grid, whose rows are made when they are needed. */
export function putInto<Content>(grid: (Content | undefined)[][], row: number, column: number, content: Content): void {
  let cells = grid[row]
  if (cells === undefined) {
    cells = []
    grid[row] = cells
  }
  cells[column] = content
}
