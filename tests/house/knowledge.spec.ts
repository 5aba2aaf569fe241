/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, it } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../knowledge')
const phrase = v.pipe(v.string(), v.trim(), v.nonEmpty())
const phrases = v.array(phrase)
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
const Act = v.strictObject({ id, answers: v.record(id, v.pipe(v.number(), v.minValue(0), v.maxValue(1))), fr: v.strictObject({ need: phrase, help: phrase }) })
const Situation = v.strictObject({
	id,
	within: v.array(id),
	acts: v.pipe(v.array(id), v.nonEmpty()),
	fr: v.strictObject({ name: v.string(), words: phrases, need: phrases, help: phrases, scene: phrases, not: phrases }),
})

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8'))
const acts = v.parse(v.array(Act), json('acts.json'))
const files = readdirSync(join(FOLDER, 'situations')).map((name) => v.parse(v.array(Situation), json('situations', name)))
const situations = files.flat()

it('each situation and each act has its own name', () => {
	for (const ids of [acts.map((act) => act.id), situations.map((situation) => situation.id), situations.map(({ fr }) => fr.name)]) {
		expect(ids.filter((one, n) => ids.indexOf(one) !== n)).toEqual([])
	}
})

it('names only acts and situations that exist', () => {
	const known = new Set(acts.map((act) => act.id))
	expect([...acts.flatMap(({ answers }) => Object.keys(answers)), ...situations.flatMap((situation) => situation.acts)].filter((act) => !known.has(act))).toEqual([])
	for (const file of files) {
		const own = new Set(file.map((situation) => situation.id))
		expect(file.flatMap(({ within }) => within).filter((one) => !own.has(one))).toEqual([])
	}
})

it('says no expression twice in a situation', () => {
	const twice = situations.flatMap(({ id: situation, fr: { words, need, help, scene } }) => {
		const all = [...words, ...need, ...help, ...scene]
		return all.filter((one, n) => all.indexOf(one) !== n).map((one) => `${situation}: ${one}`)
	})
	expect(twice).toEqual([])
})

it('has sentences of both sides for each situation, each once', () => {
	const acted = new Set(acts.map((act) => act.id))
	const ids = new Set(situations.map((situation) => situation.id))
	const lines = readdirSync(join(FOLDER, 'sentences')).flatMap((name) => readFileSync(join(FOLDER, 'sentences', name), 'utf8').trimEnd().split('\n'))
	const sentences = lines.map((line) => line.split('\t'))
	expect(sentences.filter(([situation = '', side = '', act = '', text = '', ...rest]) => !ids.has(situation) || !['need', 'help'].includes(side) || !acted.has(act) || text.trim() === '' || rest.length > 0)).toEqual([])
	const texts = sentences.map(([, , , text]) => text)
	expect(texts.filter((text, n) => texts.indexOf(text) !== n)).toEqual([])
	const sides = new Set(sentences.map(([situation, side]) => `${situation} ${side}`))
	expect([...ids].flatMap((id) => ['need', 'help'].map((side) => `${id} ${side}`)).filter((side) => !sides.has(side))).toEqual([])
})
