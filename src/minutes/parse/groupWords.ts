/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Words for a group, folded; « thème », « sujet », « question » may be about anything. */
export const GROUPS = ['groupe', 'atelier', 'commission', 'table', 'chantier', 'carrefour', 'cercle', 'equipe', 'ilot', 'pole']

/** A group with its number, in a folded line: on further pages it is still the title of the group, not the head of a page. */
export const NUMBERED_GROUP = new RegExp(`(?:^| )(?:${GROUPS.join('|')})(?: de \\w+| ronde)?(?: n o?)? ?(?:\\d{1,2}|[ivx]{1,4}|[a-h])(?: |$)`)
