/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { growth } from '../testing/growth.ts'
import { xmlPieces } from './xml.ts'

const read = (xml: string) => [...xmlPieces(xml)]

describe('pieces of XML', () => {
	it('come in the order of the text', () => {
		expect(read('<?xml version="1.0"?><!DOCTYPE a><a x="1" y = \'&lt;2&gt;\'>b &amp; &#233;&#xE9;&nbsp;&nothing;<!-- <c> --><d/><![CDATA[<e>&amp;]]></a >')).toEqual([
			{ kind: 'open', name: 'a', attributes: { x: '1', y: '<2>' }, empty: false },
			{ kind: 'text', text: 'b & éé\u00a0&nothing;' },
			{ kind: 'open', name: 'd', attributes: {}, empty: true },
			{ kind: 'text', text: '<e>&amp;' },
			{ kind: 'close', name: 'a' },
		])
	})

	it.each([
		['a tag over several lines', '<a\n\tx="1"\n\ty="/>"\n/>', [{ kind: 'open', name: 'a', attributes: { x: '1', y: '/>' }, empty: true }]],
		['a tag that does not end', 'b<a x="1', [{ kind: 'text', text: 'b' }]],
		['a comment that does not end', 'b<!-- c', [{ kind: 'text', text: 'b' }]],
		['an impossible character', '&#x110000;&#99999999999999999999;', [{ kind: 'text', text: '\ufffd\ufffd' }]],
		['nothing', '', []],
	])('of %s', (_, xml, pieces) => {
		expect(read(xml)).toEqual(pieces)
	})

	it.each([
		['openings', '<'], ['tags that do not end', '<a '], ['attributes without an end', '<T "\0'], ['unclosed quotes', '<a b="'], ['quotes of both kinds', '<a b=\'<a b="'],
		['comments', '<!--'], ['data', '<![CDATA['], ['entities', '&a'], ['numbers', '&#1'], ['names', 'a="'], ['blanks', '<a         '], ['closings', '</a '], ['depth', '<a>'],
	])('of many %s take linear time', async (_, piece) => {
		expect(await growth((size) => read(piece.repeat(size / piece.length)), 10_000)).toBeLessThan(2)
		expect(await growth((size) => read(`<T ${piece.repeat(size / piece.length)}`), 10_000)).toBeLessThan(2)
	})
})
