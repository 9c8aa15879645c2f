/**
 * Widths and heights: a file gives columns in characters of its standard type and rows in points, the model has pixels.
 */

/** Width of a digit in the standard type at 96 dpi (Calibri 11, Arial 10). */
const DIGIT = 7

/** Pixels of a column that is this many characters wide, its margin included. */
export function pixelsOfCharacters(characters: number): number {
  return Math.round(characters * DIGIT)
}

export function charactersOfPixels(pixels: number): number {
  return pixels / DIGIT
}

export function pixelsOfPoints(points: number): number {
  return Math.round((points * 4) / 3)
}

export function pointsOfPixels(pixels: number): number {
  return (pixels * 3) / 4
}
