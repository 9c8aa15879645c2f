/**
 * The parts of a .docx file in WordprocessingML (ECMA-376), made from the source of a template.
 *
 * Only what Word, LibreOffice and Google Docs all take: styles, tables, borders, heading rows, a header and a footer.
 */
import type { Block, Column, Line, Row, Run, TemplateSource } from './markup.ts'

/** Twentieths of a point; US Letter. */
const page = { width: 12240, height: 15840, margin: 1008 }
const textWidth = page.width - 2 * page.margin
/** Between the border of a cell and its text. */
const cellMargin = 90
const ruledLine = 420
const lineOfText = 280

const grey = '595959'
const ink = '1F3A5F'
const rule = 'A6A6A6'
const shade = 'E8EEF5'

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Each part of the file by its path. */
export function docxParts({ header, footer, blocks }: TemplateSource, dense: boolean): ReadonlyMap<string, string> {
  const body = blocks.map(blockXml).join('')
  const { width, height, margin } = page
  const top = dense ? 900 : 1300
  const bottom = dense ? 760 : 1100
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${top}" w:right="${margin}" w:bottom="${bottom}" w:left="${margin}" w:header="430" w:footer="400" w:gutter="0"/></w:sectPr>`
  return new Map([
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRelations],
    ['word/_rels/document.xml.rels', documentRelations],
    [
      'word/document.xml',
      `${xml}<w:document ${namespace} ${relations}><w:body>${body}${section}</w:body></w:document>`,
    ],
    ['word/styles.xml', styles(dense)],
    ['word/header1.xml', `${xml}<w:hdr ${namespace}>${margins('Header', header)}</w:hdr>`],
    ['word/footer1.xml', `${xml}<w:ftr ${namespace}>${margins('Footer', footer)}</w:ftr>`],
    ['docProps/core.xml', core],
  ])
}

function blockXml(block: Block): string {
  switch (block.type) {
    case 'title':
      return paragraph(block.line, 'Title')
    case 'heading':
      return paragraph(block.line, 'Heading1')
    case 'small':
      return paragraph(block.line, 'SmallPrint')
    case 'paragraph':
      return paragraph(block.line)
    case 'ruled':
      return ruled(block.lines)
    case 'table':
      return table(block.columns, block.rows)
  }
}

function paragraph(line: Line, style?: string, more = ''): string {
  const properties = (style === undefined ? '' : `<w:pStyle w:val="${style}"/>`) + more
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${line.map(run).join('')}</w:p>`
}

const looks: Readonly<Record<Run['look'], string>> = {
  plain: '',
  bold: '<w:rPr><w:b/><w:bCs/></w:rPr>',
  small: `<w:rPr><w:rStyle w:val="ClauseNumber"/></w:rPr>`,
}

function run({ text, look }: Run): string {
  return text
    .split(/(\[pages?\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '[page]') return field('PAGE')
      if (piece === '[pages]') return field('NUMPAGES')
      return `<w:r>${looks[look]}<w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`
    })
    .join('')
}

function field(name: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function table(parts: readonly Column[], rows: readonly Row[]): string {
  const all = parts.reduce((sum, { width }) => sum + width, 0)
  const columns = parts.map((part) => ({ ...part, width: Math.floor((part.width / all) * textWidth) }))
  const grid = columns.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')
  const isBare = rows.every(({ type }) => type === 'bare')
  return `<w:tbl>${tableProperties(isBare)}<w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => rowXml(row, columns)).join('')}</w:tbl>${gap}`
}

/** As wide as the text: with borders it is moved in by the margin of its cells, or they would stand out to the left. */
function tableProperties(isBare: boolean): string {
  const [style, moved] = isBare ? ['BareTable', 0] : ['PlanTable', cellMargin]
  return `<w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblInd w:w="${moved}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>`
}

/** Two tables that touch would become one. */
const gap = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'

function rowXml({ type, lines, cells }: Row, columns: readonly Column[]): string {
  const height = lines > 0 ? `<w:trHeight w:val="${Math.round(lines * lineOfText)}" w:hRule="atLeast"/>` : ''
  const heading = type === 'heading' ? '<w:tblHeader/>' : ''
  const cellsXml = cells.map((paragraphs, index) => {
    const shading = type === 'heading' ? `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>` : ''
    const { width, toTheRight } = columns[index] as Column
    const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr>`
    const aligned = toTheRight ? '<w:jc w:val="right"/>' : ''
    const bold = type === 'heading' || type === 'bold'
    const style = type === 'heading' ? 'TableHeading' : 'TableText'
    const lines = paragraphs.map((line) => (bold ? line.map((one) => ({ ...one, look: boldLook(one) })) : line))
    return `<w:tc>${properties}${lines.map((line) => paragraph(line, style, aligned)).join('')}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${height}${heading}</w:trPr>${cellsXml.join('')}</w:tr>`
}

function boldLook({ look }: Run): Run['look'] {
  return look === 'plain' ? 'bold' : look
}

/** A table of one column whose rows have a line below: unlike underscores, it fits every width. */
function ruled(lines: number): string {
  const border = `<w:bottom w:val="single" w:sz="4" w:space="0" w:color="${rule}"/>`
  const row = (isLast: boolean) => {
    // The lines stay together, and with the heading over them.
    const keep = isLast ? '' : '<w:keepNext/>'
    const cell = `<w:tc><w:tcPr><w:tcW w:w="${textWidth}" w:type="dxa"/><w:tcBorders>${border}</w:tcBorders></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/>${keep}</w:pPr></w:p></w:tc>`
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${ruledLine}" w:hRule="exact"/></w:trPr>${cell}</w:tr>`
  }
  const rows = Array.from({ length: lines }, (_, index) => row(index === lines - 1)).join('')
  return `<w:tbl>${tableProperties(true)}<w:tblGrid><w:gridCol w:w="${textWidth}"/></w:tblGrid>${rows}</w:tbl>${gap}`
}

/** Left and, behind a tab, right. */
function margins(style: string, [left = [], right = []]: readonly Line[]): string {
  const tab = right.length === 0 ? '' : '<w:r><w:tab/></w:r>'
  const tabs = `<w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>`
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${tabs}</w:pPr>${left.map(run).join('')}${tab}${right.map(run).join('')}</w:p>`
}

/** Sizes in half points. */
function styles(dense: boolean): string {
  const body = dense ? 20 : 22
  const style = (type: string, id: string, name: string, rest: string) =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`
  const words = (id: string, name: string, about: string, look: string) =>
    style('paragraph', id, name, `<w:basedOn w:val="Normal"/><w:pPr>${about}</w:pPr><w:rPr>${look}</w:rPr>`)
  const size = (half: number) => `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`
  const space = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`
  const borders = (value: string) =>
    ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
      .map((side) => `<w:${side} w:val="${value}" w:sz="4" w:space="0" w:color="${rule}"/>`)
      .join('')
  const cells = (left: number) =>
    `<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="${left}" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="${cellMargin}" w:type="dxa"/></w:tblCellMar>`
  const tables = (id: string, name: string, value: string, left: number) =>
    style('table', id, name, `<w:tblPr><w:tblBorders>${borders(value)}</w:tblBorders>${cells(left)}</w:tblPr>`)
  return `${xml}<w:styles ${namespace}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>${size(body)}<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="${dense ? 40 : 100}" w:line="${dense ? 245 : 264}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`,
    words('Title', 'Title', space(0, 60), `<w:b/><w:bCs/><w:color w:val="${ink}"/>${size(dense ? 30 : 36)}`),
    words(
      'Heading1',
      'heading 1',
      `<w:keepNext/><w:keepLines/>${space(dense ? 90 : 260, dense ? 40 : 80)}<w:outlineLvl w:val="0"/>`,
      `<w:b/><w:bCs/><w:color w:val="${ink}"/>${size(dense ? 21 : 26)}`,
    ),
    words('SmallPrint', 'Small Print', space(0, 60), `<w:color w:val="${grey}"/>${size(17)}`),
    words('TableText', 'Table Text', space(10, 10), size(dense ? 19 : 20)),
    words('TableHeading', 'Table Heading', `<w:keepNext/>${space(10, 10)}`, size(dense ? 18 : 19)),
    words('Gap', 'Gap', '<w:spacing w:before="0" w:after="0" w:line="100" w:lineRule="exact"/>', size(4)),
    words('Header', 'header', space(0, 0), `<w:color w:val="${grey}"/>${size(17)}`),
    words('Footer', 'footer', space(0, 0), `<w:color w:val="${grey}"/>${size(17)}`),
    style(
      'character',
      'ClauseNumber',
      'Clause Number',
      `<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="${grey}"/>${size(16)}</w:rPr>`,
    ),
    tables('PlanTable', 'Plan Table', 'single', cellMargin),
    tables('BareTable', 'Bare Table', 'nil', 0),
  ].join('')}</w:styles>`
}

const officeTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'

const contentTypes = `${xml}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${officeTypes}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${officeTypes}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${officeTypes}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${officeTypes}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const packageRelations = `${xml}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packageTypes}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const documentRelations = `${xml}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${officeRelations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${officeRelations}/header" Target="header1.xml"/><Relationship Id="rId3" Type="${officeRelations}/footer" Target="footer1.xml"/></Relationships>`

/** The title of the file, which screen readers and lists of files show. */
const core = `${xml}<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{plan_name}, {student_name}</dc:title></cp:coreProperties>`
