/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { AlsoFoundFor } from './alsoFound.ts'
export type { Choice } from './choices.ts'

export { ALSO_FOUND } from './alsoFound.ts'
export { default as AlsoFound } from './ui/AlsoFound.vue'
export { default as ChoiceList } from './ui/ChoiceList.vue'
export { default as ChosenChips } from './ui/ChosenChips.vue'
export { default as CriteriaDrawer } from './ui/CriteriaDrawer.vue'
export { default as CriteriaHead } from './ui/CriteriaHead.vue'
export { default as FacetButtons } from './ui/FacetButtons.vue'
export { default as FoundRow } from './ui/FoundRow.vue'
export { default as FoundText } from './ui/FoundText.vue'
export { default as InOtherWords } from './ui/InOtherWords.vue'
export { default as SearchField } from './ui/SearchField.vue'
export { default as SubjectLinks } from './ui/SubjectLinks.vue'
export { useChoiceLabels } from './useChoiceLabels.ts'
export { useFoundPages } from './useFoundPages.ts'
export { useListCriteria } from './useListCriteria.ts'
