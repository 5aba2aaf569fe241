/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import AwaitLetter from './AwaitLetter.vue'

/** How the question whether one wants the letter is answered on the home page. */
export const subscriptionAwaits = { letter: AwaitLetter }
