/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import AwaitLetter from './AwaitLetter.vue'

/** The answer on the home page to whether the person wants the letter. */
export const subscriptionAwaits = { letter: AwaitLetter }
