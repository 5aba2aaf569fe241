/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run mutants -- --files src/minutes lib/Shared/Fold.php: every mutant of these files and folders.
// npm run mutants -- --sample 60 --seed 7: as many drawn from lib/ and src/ (scripts/mutants/draw.mjs says which parts weigh how much).
// --quick: only the nearest tests. --again: those that lived the last time. --fresh: find out again which tests reach which methods. --workers N: the number of workers.
import { parseArgs } from 'node:util'
import { root } from './lib/project.mjs'
import { mutants } from './mutants/run.mjs'
import { ensurePhp, FOR_TESTS } from './php.mjs'

const { values, positionals } = parseArgs({
	options: {
		files: { type: 'string', multiple: true, default: [] },
		sample: { type: 'string', default: '0' },
		seed: { type: 'string', default: '1' },
		workers: { type: 'string', default: '1' },
		again: { type: 'boolean', default: false },
		quick: { type: 'boolean', default: false },
		fresh: { type: 'boolean', default: false },
	},
	allowPositionals: true,
})
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
ensurePhp(FOR_TESTS)
await mutants({
	root,
	files: [...values.files, ...positionals],
	sample: Number(values.sample),
	seed: Number(values.seed),
	workers: Number(values.workers),
	again: values.again,
	quick: values.quick,
	fresh: values.fresh,
})
