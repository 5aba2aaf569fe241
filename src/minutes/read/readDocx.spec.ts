/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { docx, h, p, point, run, table, W, zip } from '../testing/documents.ts'
import { readFile } from './readFile.ts'

async function textOf(body: string, more: Record<string, string> = {}): Promise<string> {
	return (await readFile({ name: 'a.docx', bytes: docx(body, more) })).text
}

const styled = (text: string, properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const change = 'w:id="1" w:author="Ysoline Bétoulle" w:date="2026-09-12T10:00:00Z"'
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`

describe('a .docx is read as a person sees it', () => {
	it.each([
		['inserted text stays, deleted text goes', paragraph(run('On lit '), `<w:ins ${change}>${run('peu')}</w:ins>`, `<w:del ${change}><w:r><w:delText>beaucoup</w:delText></w:r></w:del>`), 'On lit peu\n'],
		['moved text is at its new place', `<w:p><w:moveFrom ${change}>${run('avant')}</w:moveFrom></w:p>${paragraph(`<w:moveTo ${change}>${run('après')}</w:moveTo>`)}`, 'après\n'],
		['a deleted end of a paragraph ends no line', `<w:p><w:pPr><w:rPr><w:del ${change}/></w:rPr></w:pPr>${run('Une ')}</w:p>${p('armoire')}`, 'Une armoire\n'],
		['a deleted row is not there', `<w:tbl><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr><w:tr><w:trPr><w:del ${change}/></w:trPr><w:tc>${p('c')}</w:tc><w:tc>${p('d')}</w:tc></w:tr></w:tbl>`, '| a | b |\n'],
		['the form before a change is none', `<w:p><w:pPr><w:pStyle w:val="Titre1"/><w:pPrChange ${change}><w:pPr><w:pStyle w:val="Titre2"/></w:pPr></w:pPrChange></w:pPr>${run('Titre')}</w:p>`, '# Titre\n'],
		['comments are not part of it', paragraph('<w:commentRangeStart w:id="0"/>', run('Une route'), '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'), 'Une route\n'],
		['hidden text is not seen', paragraph(run('vu'), styled(' caché', '<w:vanish/>'), styled(' visible', '<w:vanish w:val="0"/>')), 'vu visible\n'],
		['a field is its result', paragraph(field('begin'), '<w:r><w:instrText>HYPERLINK "mailto:a@example.org"</w:instrText></w:r>', run('code'), field('separate'), run('Ysoline'), field('end'), run(' Bétoulle')), 'Ysoline Bétoulle\n'],
		['a field that does not end hides no more than its line', paragraph(field('begin'), run('code')) + p('vu'), 'vu\n'],
		['links are their text', paragraph(`<w:hyperlink r:id="r9">${run('mathis.carlades@example.org')}</w:hyperlink>`), 'mathis.carlades@example.org\n'],
		['fields of forms are their text', paragraph(`<w:sdt><w:sdtPr><w:t>nom</w:t></w:sdtPr><w:sdtContent>${run('Mathis')}</w:sdtContent></w:sdt>`), 'Mathis\n'],
		['soft hyphens are none, hard ones are', paragraph('<w:r><w:t>média</w:t><w:softHyphen/><w:t>thèque peut</w:t><w:noBreakHyphen/><w:t>être</w:t></w:r>'), 'médiathèque peut-être\n'],
		['tabs and breaks are kept, stops of tabs are none', '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="709"/></w:tabs></w:pPr><w:r><w:t>un</w:t><w:tab/><w:t>deux</w:t><w:br w:type="page"/><w:t>trois</w:t></w:r></w:p>', 'un\tdeux\ntrois\n'],
		['signs of symbol fonts are signs', paragraph('<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>', run(' 06 00 00 00 00')), '☎ 06 00 00 00 00\n'],
		['a text box comes before the line it is at', paragraph(run('Constats'), `<w:r><mc:AlternateContent><mc:Choice>${box('Groupe 3')}</mc:Choice><mc:Fallback><w:pict>${box('Groupe 3')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`, run(' du jour')), 'Groupe 3\nConstats du jour\n'],
		['a table in a cell is text of the cell', `<w:tbl><w:tr><w:tc>${p('a')}${table(['b', 'c'])}</w:tc><w:tc>${p('d')}</w:tc></w:tr></w:tbl>`, '| a<br>b<br>c | d |\n'],
		['cells keep their columns', `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('a')}</w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p('b')}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${p('c')}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`, '| a |  | b |\n|  | c |  |\n'],
		['headings are those by style, by a style based on it, by level', h('Un', 1) + p('Deux', '<w:pStyle w:val="Encadre"/>') + p('Trois', '<w:outlineLvl w:val="2"/>') + p('Quatre', '<w:outlineLvl w:val="9"/>'), '# Un\n\n## Deux\n\n### Trois\nQuatre\n'],
		['points have their numbers, also after something else', point('a', 2) + point('b', 2, 1) + point('c', 2, 1) + p('entre') + point('d', 2) + point('e', 4), '1. a\n  1.a) b\n  1.b) c\n\nentre\n2. d\n7. e\n'],
		['a number can be words', p('Lire', '<w:pStyle w:val="Titre1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>') + point('Marcher', 3), '# Groupe IV – Lire\nGroupe V – Marcher\n'],
		['no list has no points', point('a', 0) + point('b', 99), 'a\nb\n'],
	])('%s', async (_, body, text) => {
		expect(await textOf(body)).toBe(text)
	})

	it('notes are at the end', async () => {
		const notes = `<w:footnotes ${W}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">${p('Le dimanche')}${p('aussi')}</w:footnote></w:footnotes>`
		const body = paragraph(run('On ferme'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('.'), '<w:r><w:footnoteReference w:id="7"/></w:r>') + p('Une route')
		expect(await textOf(body, { 'word/footnotes.xml': notes })).toBe('On ferme[1].\nUne route\n\n[1] Le dimanche aussi\n')
	})

	it('whatever prefix, encoding and number its program chose', async () => {
		const xml = '<?xml version="1.0"?><ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:pPr><ns0:outlineLvl ns0:val="0"/></ns0:pPr><ns0:r><ns0:t>Été</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>'
		const read = async (text: string) => (await readFile({ name: 'a', bytes: zip({ 'word/document2.xml': text }) })).text
		expect(await read(xml)).toBe('# Été\n')
		expect(await read(xml.replaceAll('ns0:', '').replace(':ns0', '').replace(' val=', ' val='))).toBe('# Été\n')
	})

	it('says how its lines are set', async () => {
		const bytes = docx([
			p('Titre', '<w:pStyle w:val="Encadre"/>'),
			paragraph(styled('tout en gras', '<w:b/>')),
			paragraph(styled('gras par style', '<w:rStyle w:val="Fort"/>')),
			paragraph(styled('un mot', '<w:b/>'), run(' et le reste qui ne l’est pas')),
			p('marque grasse', '<w:rPr><w:b/></w:rPr>'),
			paragraph(styled('petit', '<w:sz w:val="16"/>')),
			point('a', 1), point('b', 1, 1),
			`<w:tbl><w:tr><w:tc><w:p>${styled('Nom', '<w:b/>')}</w:p></w:tc><w:tc><w:p>${styled('Courriel', '<w:b/>')}</w:p></w:tc></w:tr></w:tbl>`,
		].join(''))
		const { text, style } = await readFile({ name: 'a.docx', bytes })
		const lines = text.split('\n')
		expect(style).toHaveLength(lines.length)
		expect(lines.map((line, i) => [line, style![i]])).toEqual([
			['## Titre', { bold: true, size: 2, centred: true, level: 0 }],
			['tout en gras', { bold: true, size: 1, centred: false, level: 0 }],
			['gras par style', { bold: true, size: 1, centred: false, level: 0 }],
			['un mot et le reste qui ne l’est pas', { bold: false, size: 1, centred: false, level: 0 }],
			['marque grasse', { bold: false, size: 1, centred: false, level: 0 }],
			['petit', { bold: false, size: 0.8, centred: false, level: 0 }],
			['- a', { bold: false, size: 1, centred: false, level: 1 }],
			['  - b', { bold: false, size: 1, centred: false, level: 2 }],
			['', null],
			['| Nom | Courriel |', { bold: true, size: 1, centred: false, level: 0 }],
			['', null],
		])
	})

	it.each([
		['without an end', { 'word/document.xml': `<w:document ${W}><w:body>${p('a')}` }, 'unreadable'],
		['of pictures', { 'word/document.xml': `<w:document ${W}><w:body><w:p><w:r><w:drawing/></w:r></w:p></w:body></w:document>` }, 'no_text'],
		['that only holds a file of another kind', { 'word/document.xml': `<w:document ${W}><w:body><w:altChunk r:id="r1"/></w:body></w:document>` }, 'unknown_kind'],
	])('one %s says so', async (_, parts, reason) => {
		await expect(textOf('', parts as Record<string, string>)).rejects.toMatchObject({ reason })
	})
})
