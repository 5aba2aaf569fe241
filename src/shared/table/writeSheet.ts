/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sheet } from './sheetKinds.ts'

import { strToU8, zipSync } from 'fflate'
import { SHEET_TYPES } from './sheetKinds.ts'

/** Characters that are invalid in XML. */
// eslint-disable-next-line no-control-regex -- they are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org'
const ODF = 'urn:oasis:names:tc:opendocument:xmlns'

/**
 * A table as a file of this kind, in which each cell is a text and stays one when it is edited.
 *
 * @param rows the first one has the titles
 */
export function writeSheet(rows: readonly (readonly string[])[], kind: Sheet): Uint8Array<ArrayBuffer> {
	const parts = kind === 'ods' ? ods(rows) : xlsx(rows)
	return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [
		name,
		// The media type comes first, uncompressed.
		[strToU8(text), { level: name === 'mimetype' ? 0 : 6 }],
	]))) as Uint8Array<ArrayBuffer>
}

function escape(text: string): string {
	return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
}

function ods(rows: readonly (readonly string[])[]): Record<string, string> {
	const width = Math.max(...rows.map((row) => row.length))
	const spaced = (line: string) => escape(line)
		.replace(/^ | {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
		.replaceAll('\t', '<text:tab/>')
	const cell = (text: string) => text === ''
		? '<table:table-cell/>'
		: `<table:table-cell office:value-type="string">${text.split(/\r\n?|\n/).map((line) => `<text:p>${spaced(line)}</text:p>`).join('')}</table:table-cell>`
	const spaces = ['office', 'style', 'text', 'table', 'datastyle'].map((name) => `xmlns:${name === 'datastyle' ? 'number' : name}="${ODF}:${name}:1.0"`).join(' ')
	return {
		mimetype: SHEET_TYPES.ods,
		'META-INF/manifest.xml': `${HEAD}<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${SHEET_TYPES.ods}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
		'content.xml': `${HEAD}<office:document-content ${spaces} office:version="1.3"><office:automatic-styles><number:text-style style:name="N1"><number:text-content/></number:text-style><style:style style:name="text" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="1"><table:table-column table:number-columns-repeated="${width}" table:default-cell-style-name="text"/>${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
	}
}

function xlsx(rows: readonly (readonly string[])[]): Record<string, string> {
	const width = Math.max(...rows.map((row) => row.length))
	// A text that looks like an escape stays a text.
	const cell = (text: string) => `<c s="1" t="inlineStr"><is><t xml:space="preserve">${escape(text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'))}</t></is></c>`
	const main = `xmlns="${OFFICE}/spreadsheetml/2006/main"`
	const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`
	const relation = (id: string, name: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${name}" Target="${target}"/>`
	const relations = (...all: string[]) => `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.join('')}</Relationships>`
	return {
		'[Content_Types].xml': `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type('worksheet')}"/><Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/></Types>`,
		'_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
		'xl/_rels/workbook.xml.rels': relations(relation('r1', 'worksheet', 'worksheets/sheet1.xml'), relation('r2', 'styles', 'styles.xml')),
		'xl/workbook.xml': `${HEAD}<workbook ${main} xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
		// 49 is the format of texts.
		'xl/styles.xml': `${HEAD}<styleSheet ${main}><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
		'xl/worksheets/sheet1.xml': `${HEAD}<worksheet ${main}><cols><col min="1" max="${width}" width="24" style="1"/></cols><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
	}
}
