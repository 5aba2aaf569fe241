<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use DateTimeImmutable;
use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Shared\DateWords;
use OCP\IL10N;

/** Labels of a notice in the reader's language. */
class NoticeWords {
	public function __construct(
		private readonly IL10N $l,
	) {
	}

	/** The words in another language than that of the request. */
	public function in(IL10N $l): self {
		return new self($l);
	}

	/** @param string $kind one of NoticeRules::KINDS */
	public function kind(string $kind): string {
		return [
			'offer' => $this->l->t('Offer'),
			'need' => $this->l->t('Need'),
			'call' => $this->l->t('Call to take part'),
			'practice' => $this->l->t('Exchange of practice'),
		][$kind] ?? $kind;
	}

	/** @param string $mode one of NoticeRules::MODES */
	public function mode(string $mode): string {
		return [
			'gift' => $this->l->t('Gift'),
			'exchange' => $this->l->t('Exchange'),
			'loan' => $this->l->t('Loan'),
			'paid' => $this->l->t('For payment'),
			'voluntary' => $this->l->t('Volunteering'),
		][$mode] ?? $mode;
	}

	/** @param string $day YYYY-MM-DD */
	public function day(IL10N $l, string $day): string {
		return DateWords::long($l, $day);
	}

	/**
	 * The day it is needed by, in words, as neededWords() of src/notice/words.ts; near days are counted.
	 *
	 * @param string $day YYYY-MM-DD
	 * @param string $today YYYY-MM-DD
	 */
	public function needed(string $day, string $today): string {
		$days = (int)(new DateTimeImmutable($today))->diff(new DateTimeImmutable($day))->format('%r%a');
		return CardWords::fill(match (true) {
			$days < 0 => $this->l->t('was needed by {date}'),
			$days === 0 => $this->l->t('urgent: needed today'),
			$days === 1 => $this->l->t('urgent: needed by tomorrow'),
			$days <= NoticeRules::URGENT => CardWords::fill($this->l->t('urgent: {text} ({date})'), ['text' => $this->l->n('needed within %n day', 'needed within %n days', $days)]),
			default => $this->l->t('needed by {date}'),
		}, ['date' => $this->day($this->l, $day)]);
	}

	/** The line below the title of an open notice. */
	public function body(IL10N $l, Notice $notice): string {
		return $this->bodyOf($l, (string)$notice->getText(), $notice->getNeededBy(), (string)$notice->getFree());
	}

	/** @param ?string $neededBy YYYY-MM-DD */
	public function bodyOf(IL10N $l, string $text, ?string $neededBy, string $free): string {
		return implode("\n\n", array_filter([
			$text,
			$neededBy === null ? '' : $l->t('Needed by %s', [$this->day($l, $neededBy)]),
			$free === '' ? '' : $l->t('When it is free: %s', [$free]),
		], static fn (string $part): bool => $part !== ''));
	}

	/** “Offer · Loan · Gaillac” */
	public function line(AuthoredNotice $one): string {
		$notice = $one->notice;
		return $this->lineOf($notice->getKind(), $notice->getMode(), array_column($notice->places(), 'name'), match ($one->state()) {
			Notice::DONE => $this->l->t('It is done'),
			Notice::ENDED => $this->l->t('Ended'),
			default => '',
		});
	}

	/**
	 * The line of a notice in a list.
	 *
	 * @param list<string> $places names
	 * @param string $state in the reader's language; empty for open ones
	 */
	public function lineOf(string $kind, ?string $mode, array $places, string $state): string {
		$parts = [$this->kind($kind), $mode === null ? '' : $this->mode($mode), implode(', ', $places), $state];
		return implode(' · ', array_filter($parts, static fn (string $part): bool => $part !== ''));
	}
}
