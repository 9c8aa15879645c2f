/** The document engine as the script will hold it: bundled, and not evaluated until a document is made. */
export const documentEngine = () => [require('docxtemplater'), require('pizzip')]
