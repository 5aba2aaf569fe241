/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'
import { obstacleWords } from './obstacles/words.ts'

/** Sentences for refusals about messages. */
export const messageReasons: Sentences = {
	text_missing: () => t('reseau', 'Write something first.'),
	bad_key: () => t('reseau', 'Your message was not sent. Reload the page and send it again: what you wrote is kept.'),
	links_too_early: () => t('reseau', 'Not sent: a first message cannot contain a link or an address, nor what looks like one, such as a full stop without a space after it. Once the person has answered, you can send links.'),
	enough_messages: () => t('reseau', 'You have written a lot to this person within an hour. Your message is kept here: send it later.'),
	enough_messages_today: () => t('reseau', 'You have written a lot to this person today. Your message is kept here: send it tomorrow.'),
	enough_conversations: () => t('reseau', 'You have written to many people within an hour. Your message is kept here: send it later.'),
	enough_conversations_today: () => t('reseau', 'You have written to many people today. Your message is kept here: send it tomorrow.'),
	other_hidden: () => t('reseau', 'The card of this person is no longer shown. Your message was not sent; it is kept here.'),
	conversation_closed: () => t('reseau', 'This conversation was closed. Reopen it to write; your message is kept here.'),
	conversation_full: () => t('reseau', 'This conversation is very long. Begin a new one: your message is kept here.'),
	not_your_report: () => t('reseau', 'The other person reported this conversation. Only they, or the facilitators, can end the report.'),
	unknown_way: () => t('reseau', 'Choose how you passed it on.'),
	nothing_to_carry: () => t('reseau', 'There is nothing left to pass on. Reload the page.'),
	unknown_writers: () => t('reseau', 'This choice does not exist. Reload the page.'),
	messages_no_card: () => obstacleWords('no_card'),
	messages_card_hidden: () => obstacleWords('card_hidden'),
	own_card: () => obstacleWords('own_card'),
	kept_card: () => obstacleWords('kept_card'),
	only_groups: () => obstacleWords('only_groups'),
	only_facilitators: () => obstacleWords('only_facilitators'),
	author_gone: () => t('reseau', 'The author can no longer be written to. Your message was not sent; it is kept here.'),
	conversation_stopped: () => obstacleWords('conversation_stopped'),
	restricted: () => obstacleWords('restricted'),
}
