<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;

/** A message on its way to its person, or to the keeper of their card. */
final class Delivery {
	/**
	 * @param ?Member $from null: an author who stays unnamed
	 * @param ?string $about title of the thing it is about, as far as the reader may see it; null: the card, or a thing they may not see
	 * @param bool $unnamed whether the reader is an author who stays unnamed
	 */
	public function __construct(
		public readonly Message $message,
		public readonly ?Member $from,
		public readonly Member $to,
		public readonly ?string $about,
		public readonly bool $unnamed = false,
	) {
	}

	/** The name of the sender. */
	public function by(IL10N $l): string {
		return PlainText::text($this->from?->getName() ?? AuthorName::of($l, $this->about));
	}

	/** The line above the text in a mail: its subject, and its recipient. */
	public function heading(IL10N $l, string $network): string {
		$about = $this->about === null ? null : PlainText::text($this->about);
		return match ($this->message->bulkTo()) {
			BulkTo::People => $about === null ? $l->t('In %s, to all people of a group:', [$network]) : $l->t('In %1$s, to all people of the group “%2$s”:', [$network, $about]),
			BulkTo::Facilitators => $about === null ? $l->t('In %s, to the facilitators of a group:', [$network]) : $l->t('In %1$s, to the facilitators of the group “%2$s”:', [$network, $about]),
			null => $about === null ? $l->t('In %s:', [$network]) : $l->t('In %1$s, about “%2$s”:', [$network, $about]),
		};
	}
}
