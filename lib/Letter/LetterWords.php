<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\Markdown;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;

/** The texts of a letter in its language, which may be neither its writer's nor the server's. */
final class LetterWords {
	/** Characters of a person's text in a letter. */
	private const TEXT = 320;

	public function __construct(
		public readonly IL10N $l,
		public readonly string $code,
	) {
	}

	/** The beginning of a person's text. */
	public static function text(string $text): string {
		return Excerpt::of(self::plain(Markdown::unmarked($text)), self::TEXT);
	}

	/** Without anything that a mail program turns into a link: quotes are written by people, and are sent to strangers. */
	public static function plain(string $text): string {
		return PlainText::text($text);
	}

	/** @param string $day YYYY-MM-DD */
	public function day(string $day): string {
		return DateWords::long($this->l, $day);
	}

	/** The heading above passages of a kind. */
	public function heading(string $kind): string {
		return match ($kind) {
			Passage::PERSON => $this->l->t('New in the network'),
			Passage::NOTICE => $this->l->t('Notices'),
			Passage::OUTCOME => $this->l->t('What came of notices'),
			Passage::GROUP => $this->l->t('Groups that begin'),
			Passage::SEEKING => $this->l->t('What groups are looking for'),
			Passage::CLOSED => $this->l->t('Groups that end, and what they leave'),
			Passage::STORY => $this->l->t('Stories: what worked and what did not'),
			Passage::HELP => $this->l->t('Asking for help'),
			Passage::DATE => $this->l->t('Dates'),
			Passage::SESSION => $this->l->t('Sessions of needs and offers'),
			default => '',
		};
	}

	/** The link below a passage, for people who can act on it. */
	public function more(string $kind): string {
		return match ($kind) {
			Passage::NOTICE => $this->l->t('Read and answer'),
			default => '',
		};
	}
}
