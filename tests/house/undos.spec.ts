/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { projectFiles, read } from './support/files.ts'
import { offersOf, testedUndos, untested } from './support/undos.ts'

/**
 * Messages that are not written where the undo is offered: one of those of each file. What is not listed here is read from the source.
 */
const SAID_ELSEWHERE: Record<string, string> = {
	'src/board/ui/ModelsPage.vue': '“{model}” was saved. Existing boards stay as they are.',
	'src/group/ui/EditEnding.vue': 'The group is dormant.',
	'src/group/useEditPart.ts': 'Group updated.',
	'src/letter/ui/editor/useLetterEditor.ts': 'Draft deleted.',
	'src/member/useStatus.ts': 'The card is paused: no one else sees it and nothing is lost.',
	'src/message/ui/ConversationActions.vue': 'The conversation is closed.',
	'src/vocabulary/ui/TermRow.vue': '“{word}” can no longer be chosen. People who have it keep it.',
}

describe('each undo', () => {
	const sources = projectFiles('src/').filter((path) => /\.(ts|vue)$/.test(path) && !/\.spec\.ts$|\/testing\//.test(path))
	const offers = sources.flatMap((path) => offersOf(path, read(path)))
	const tested = [
		...projectFiles('src/').filter((path) => path.endsWith('.spec.ts')),
		...projectFiles('tests/fixtures/screens/'),
	].flatMap((path) => testedUndos(read(path)))

	it('is found in the source', () => {
		expect(offers.length).toBeGreaterThan(60)
		expect(offers.filter(({ messages }) => messages.length === 0).map(({ path }) => path).toSorted()).toEqual(Object.keys(SAID_ELSEWHERE).toSorted())
	})

	it('is pressed by a test, which sees where the person is then and what is in the form', () => {
		expect(untested(offers.map(({ path, messages }) => ({ path, messages: messages.length > 0 ? messages : [SAID_ELSEWHERE[path]!] })), tested)).toEqual([])
	})

	it.each([
		['a message', 'const { show } = useUndo()\nshow(t(\'reseau\', \'It was moved.\'), () => moveBack())', 'It was moved.'],
		['a message with a name', 'const { show } = useUndo()\nshow(t(\'reseau\', \'“{name}” was moved.\', { name }), async () => {\n\tawait moveBack()\n})', '“{name}” was moved.'],
		['one of two messages', 'const { show } = useUndo()\nshow(one ? t(\'reseau\', \'Moved.\') : n(\'reseau\', \'%n moved.\', \'%n were moved.\', 2), back)', 'Moved.'],
	])('without a test is found: %s', (_, source, message) => {
		const found = offersOf('src/a.ts', source)
		expect(untested(found, ['Another.'])).toEqual([`src/a.ts: ${message}`])
		expect(untested(found, testedUndos(`await pressUndo('${message.replace('{name}', 'Odile')}')`))).toEqual([])
		expect(untested(found, testedUndos(`undone: “${message.replace('{name}', 'Odile')}”\n`))).toEqual([])
	})

	it('is no message without an undo', () => {
		expect(offersOf('src/a.ts', 'const { show } = useUndo()\nshow(t(\'reseau\', \'Sent.\'))\nother(1, back)')).toEqual([])
	})
})
