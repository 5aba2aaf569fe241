/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { projectFiles, read } from './support/files.ts'
import { phpViolations } from './support/php-rules.ts'
import { phpFacts, plantedFacts } from './support/php.ts'
import { scriptViolations } from './support/script-rules.ts'

describe('the rules of dependency in src/', () => {
	it('are followed', () => {
		const files = projectFiles('src/').filter((path) => /\.(ts|vue)$/.test(path) && !path.endsWith('.d.ts'))
		expect(files.length).toBeGreaterThan(0)
		expect(scriptViolations(Object.fromEntries(files.map((path) => [path, read(path)])))).toEqual([])
	})

	it.each([
		['a pure file is free of Vue', 'src/member/rules.ts', 'import { ref } from \'vue\'', 'does not import vue'],
		['a pure file is free of impure files', 'src/member/rules.ts', 'import { x } from \'./queries.ts\'', 'does not import src/member/queries.ts'],
		['shared/lib is pure', 'src/shared/lib/text.ts', 'import { t } from \'@nextcloud/l10n\'', 'does not import @nextcloud/l10n'],
		['a pure file has no clock', 'src/member/rules.ts', 'export const now = () => new Date()', 'time as a parameter'],
		['a pure file has no clock by another name', 'src/member/rules.ts', 'export const now = () => Date.now()', 'time as a parameter'],
		['axios has one place', 'src/member/gateway.ts', 'import axios from \'@nextcloud/axios\'', 'only src/api/client.ts'],
		['a gateway is for queries', 'src/member/routes.ts', 'import { get } from \'./gateway.ts\'', 'import a gateway'],
		['a component asks no gateway', 'src/member/ui/A.vue', '<script setup lang="ts">\nimport { get } from \'../gateway.ts\'\n</script>', 'import a gateway'],
		['a gateway has other names too', 'src/board/summary.ts', 'import { stacks } from \'./deck.ts\'', 'import a gateway'],
		['and is not asked from a component', 'src/group/ui/A.vue', '<script setup lang="ts">\nimport { join } from \'../teams.ts\'\n</script>', 'import a gateway'],
		['nor is another domain’s', 'src/group/ui/A.vue', '<script setup lang="ts">\nimport { board } from \'../../board/deck.ts\'\n</script>', 'import a gateway'],
		['nor shown through a door', 'src/board/index.ts', 'export * from \'./deck.ts\'', 'import a gateway'],
		['a board knows no group', 'src/board/queries.ts', 'import { join } from \'../group/teams.ts\'', 'does not stand above group'],
		['other domains have one door', 'src/group/ui/A.vue', '<script setup lang="ts">\nimport A from \'../../member/ui/B.vue\'\n</script>', 'through its index.ts'],
		['a lazy import counts', 'src/group/routes.ts', 'export const a = () => import(\'../member/ui/B.vue\')', 'through its index.ts'],
		['a type counts', 'src/group/queries.ts', 'export type A = import(\'../member/model.ts\').Member', 'through its index.ts'],
		['a domain does not use one above', 'src/member/index.ts', 'export { a } from \'../group/index.ts\'', 'does not stand above group'],
		['a domain does not use its neighbour', 'src/link/model.ts', 'import type { A } from \'../group/model.ts\'', 'does not stand above group'],
		['shared/ knows no domain', 'src/shared/ui/A.vue', '<script setup lang="ts">\nimport { a } from \'../../member/index.ts\'\n</script>', 'knows no domain'],
		['a domain does not use the shell', 'src/member/ui/A.vue', '<script setup lang="ts">\nimport { a } from \'../../app/router.ts\'\n</script>', 'nothing below uses app/'],
	])('%s', (_, path, code, message) => {
		expect(scriptViolations({ [path]: code }).join()).toContain(message)
	})

	it('accept what the design allows', () => {
		expect(scriptViolations({
			'src/group/rules.ts': 'import { memberName } from \'../member/model.ts\'\nimport * as v from \'valibot\'\nexport const on = (now: Date) => new Date(now)',
			'src/group/queries.ts': 'import { useQuery } from \'@pinia/colada\'\nimport * as gateway from \'./gateway.ts\'\nimport { useMembers } from \'../member/index.ts\'',
			'src/group/making/queries.ts': 'import * as deck from \'../../board/deck.ts\'\nimport * as teams from \'../teams.ts\'',
			'src/group/ui/A.vue': '<script setup lang="ts">\nimport { ref } from \'vue\'\nimport { useGroups } from \'../queries.ts\'\nimport B from \'../../shared/ui/B.vue\'\n</script>',
			'src/app/router.ts': 'import { memberRoutes } from \'../member/index.ts\'',
			'src/entry/main.ts': 'import { router } from \'../app/router.ts\'',
		})).toEqual([])
	})
})

describe('the rules of dependency in lib/', () => {
	it('are followed', () => {
		const files = projectFiles('lib/').filter((path) => path.endsWith('.php'))
		expect(files.length).toBeGreaterThan(0)
		expect(phpViolations(phpFacts(files))).toEqual([])
	})

	it.each([
		['a controller asks no mapper', 'lib/Controller/MemberController.php', 'use OCA\\Reseau\\Member\\Card\\MemberMapper;', 'nobody uses the mapper'],
		['a controller keeps to its domain', 'lib/Controller/MemberController.php', 'use OCA\\Reseau\\Group\\GroupService;', 'keeps to Member'],
		['a foreign mapper is left alone', 'lib/Group/GroupService.php', 'use OCA\\Reseau\\Member\\Card\\MemberMapper;', 'nobody uses the mapper'],
		['also under its full name', 'lib/Group/GroupService.php', '$a = \\OCA\\Reseau\\Member\\Card\\MemberMapper::class;', 'nobody uses the mapper'],
		['a domain does not use one above', 'lib/Member/Editing/MemberService.php', 'use OCA\\Reseau\\Group\\GroupService;', 'does not stand above Group'],
		['a domain does not use its neighbour', 'lib/Territory/Territories.php', 'use OCA\\Reseau\\Vocabulary\\Vocabulary;', 'does not stand above Vocabulary'],
		['nothing uses Integration', 'lib/Member/Editing/MemberService.php', 'use OCA\\Reseau\\Integration\\Mailer;', 'nothing uses Integration'],
		['nor does a controller', 'lib/Controller/MemberController.php', 'use OCA\\Reseau\\Integration\\Mailer;', 'nothing uses Integration'],
		['nothing uses a controller', 'lib/Member/Editing/MemberService.php', 'use OCA\\Reseau\\Controller\\MemberController;', 'nothing uses Controller'],
		['Shared knows no domain', 'lib/Shared/Audience/Visibility.php', 'use OCA\\Reseau\\Member\\Card\\Member;', 'Shared knows no domain'],
		['only mappers write SQL', 'lib/Member/Editing/MemberService.php', '$db->getQueryBuilder();', 'SQL belongs in mappers'],
		['a transaction is ours', 'lib/Member/Editing/MemberService.php', 'use OCP\\AppFramework\\Db\\TTransactional;', 'those of Shared/Atomic'],
		['also one begun by hand', 'lib/Search/Index.php', '$db->beginTransaction();', 'those of Shared/Atomic'],
		['one use per class', 'lib/Member/Editing/MemberService.php', 'use OCA\\Reseau\\Shared\\{Clock, Fold};', 'one use per class'],
	])('%s', (_, path, code, message) => {
		expect(phpViolations(plantedFacts(path, `<?php\n${code}\n`)).join()).toContain(message)
	})

	it('accept what the design allows', () => {
		expect(phpViolations({
			...plantedFacts('lib/Member/Editing/MemberService.php', '<?php\nuse OCA\\Reseau\\Member\\Card\\MemberMapper;\nuse OCA\\Reseau\\Shared\\Clock;\nuse OCA\\Reseau\\Territory\\Territories;\n'),
			...plantedFacts('lib/Controller/LetterController.php', '<?php\nuse OCA\\Reseau\\Member\\Viewers;\n'),
			...plantedFacts('lib/Controller/PageController.php', '<?php\nuse OCA\\Reseau\\Member\\Editing\\MemberService;\nuse OCA\\Reseau\\Vocabulary\\VocabularyService;\n'),
			...plantedFacts('lib/Integration/Command/ImportCommand.php', '<?php\nuse OCA\\Reseau\\Member\\Card\\MemberMapper;\nuse OCA\\Reseau\\Group\\GroupService;\n'),
			...plantedFacts('lib/Shared/Audience/Visibility.php', '<?php\n$db->getQueryBuilder();\n'),
		})).toEqual([])
	})
})
