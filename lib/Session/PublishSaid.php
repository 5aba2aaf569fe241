<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Notice\WriteNotice;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\Vocabulary;

/** Publishes a row of a session as a notice. The key of the row is the key of the notice, so there is never a second one. */
class PublishSaid {
	public function __construct(
		private readonly SessionRowMapper $rows,
		private readonly WriteNotice $writing,
		private readonly Vocabulary $vocabulary,
	) {
	}

	/**
	 * In a transaction that holds the card, then the row or its session.
	 *
	 * @return int number of the notice
	 * @throws ReasonException card_hidden · those of NoticeRules::write()
	 */
	public function publish(Member $author, SessionRow $row, string $kind, string $text): int {
		// Words that are no longer in the network's vocabulary are left out: the text counts.
		$terms = array_values(array_filter($row->words(), fn (string $term): bool => $this->vocabulary->has($term, 'sectors', 'themes', 'publics')));
		$notice = $this->writing->insert($author, ['kind' => $kind, 'title' => $text, 'terms' => $terms], hash('sha256', "session row {$row->getId()}"));
		$row->setState(SessionRow::PUBLISHED);
		$row->setNoticeId((int)$notice->getId());
		$this->rows->update($row);
		return (int)$notice->getId();
	}
}
