/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import AwaitPair from './AwaitPair.vue'
import AwaitSaid from './AwaitSaid.vue'

/** Answers to needs and offers from sessions on the home page, by kind. */
export const sessionAwaits = { said: AwaitSaid, said_pairs: AwaitPair }
