/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Field, Fields } from '../../edit.ts'

import { dateWords, listWords, t } from '../../../shared/l10n.ts'
import { useTermLabels } from '../../../vocabulary/index.ts'
import { isKind, isMode } from '../../find.ts'
import { kindWord, modeWord } from '../../words.ts'
import { useGroupsOf } from './useGroupsOf.ts'
import { useEditor } from './useNoticeEditor.ts'

/** The value of a field, as text. */
export function useFieldText(): (field: Field, fields: Fields) => string {
	const { mine } = useEditor()
	const labels = useTermLabels()
	const groups = useGroupsOf(() => mine.value.memberId)
	return (field, fields) => {
		switch (field) {
			case 'kind':
				return isKind(fields.kind) ? kindWord(fields.kind) : ''
			case 'mode':
				return isMode(fields.mode) ? modeWord(fields.mode) : ''
			case 'neededBy':
			case 'until':
				return fields[field] === '' ? '' : dateWords(fields[field])
			case 'territories':
				return listWords(fields.territories.map(({ name }) => name))
			case 'terms':
				return listWords(fields.terms.map((id) => labels.value.get(id) ?? id))
			case 'groupId':
				return groups.value.find(({ id }) => id === fields.groupId)?.title ?? ''
			case 'audience':
				return fields.audience === 'group' ? t('reseau', 'The people of the group only') : t('reseau', 'All members of the network')
			default:
				return fields[field]
		}
	}
}
