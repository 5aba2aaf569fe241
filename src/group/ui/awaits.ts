/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import AwaitCharter from './AwaitCharter.vue'
import AwaitKept from './AwaitKept.vue'
import AwaitOver from './AwaitOver.vue'
import AwaitRequest from './AwaitRequest.vue'

/** Answers on the home page to what groups need from a person, by kind. */
export const groupAwaits = {
	group_requests: AwaitRequest,
	group_kept_invited: AwaitKept,
	group_over: AwaitOver,
	charter_asked: AwaitCharter,
}
