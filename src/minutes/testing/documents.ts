/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { strToU8, zipSync } from 'fflate'

export const utf8 = (text: string) => new TextEncoder().encode(text)
export const zip = (files: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A .docx of this body, with these parts besides or instead. */
export function docx(body: string, more: Record<string, string> = {}): Uint8Array {
	return zip({
		'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
		'_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
		'word/styles.xml': `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Encadre"><w:name w:val="Mon titre"/><w:basedOn w:val="Titre2"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style><w:style w:type="character" w:styleId="Fort"><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
		'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Groupe %1 –"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`,
		'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
		...more,
	})
}
export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
export const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
export const point = (text: string, list = 1, level = 0) => p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
export const h = (text: string, level: number) => p(text, `<w:pStyle w:val="Titre${level}"/>`)
export const table = (...rows: string[][]) => `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.split('/').map((text) => p(text)).join('')}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

const ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
export const items = (style: string, ...texts: string[]) => `<text:list text:style-name="${style}">${texts.map((text) => `<text:list-item><text:p>${text}</text:p></text:list-item>`).join('')}</text:list>`
export const cells = (...row: string[]) => `<table:table-row>${row.map((cell) => `<table:table-cell>${cell.split('/').map((text) => `<text:p>${text}</text:p>`).join('')}</table:table-cell>`).join('')}</table:table-row>`

/** An .odt of this body, with these parts besides or instead. */
export function odt(body: string, more: Record<string, string> = {}): Uint8Array {
	return zip({
		mimetype: 'application/vnd.oasis.opendocument.text',
		'content.xml': `<?xml version="1.0"?><office:document-content ${ODF}><office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
		...more,
	})
}

/** A .pdf of one page, its texts at their places. */
export function pdf(texts: [x: number, y: number, text: string][], trailer = '', more: string[] = []): Uint8Array {
	// One byte a letter, as the font's encoding has it.
	const bytes = (text: string) => [...text].map((letter) => ({ '’': '\\222', '…': '\\205', '«': '\\253', '»': '\\273', '(': '\\(', ')': '\\)' }[letter] ?? (letter.charCodeAt(0) > 126 ? `\\${letter.charCodeAt(0).toString(8)}` : letter))).join('')
	const stream = texts.map(([x, y, text]) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${bytes(text)}) Tj ET`).join('\n')
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
		...more,
	]
	let file = '%PDF-1.4\n'
	const places = objects.map((object, i) => {
		const place = file.length
		file += `${i + 1} 0 obj\n${object}\nendobj\n`
		return place
	})
	const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
	return utf8(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF`)
}
