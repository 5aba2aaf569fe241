<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\ResourceKinds;
use OCP\IL10N;

/** Labels of a sheet in the reader's language. */
class SheetWords {
	public function __construct(
		private readonly ResourceKinds $kinds,
		private readonly ReaderLanguage $language,
		private readonly IL10N $l,
	) {
	}

	public function kind(string $slug): string {
		return $this->kinds->label($slug, $this->language->code());
	}

	/** @param string $outcome one of SheetRules::OUTCOMES */
	public function outcome(string $outcome): string {
		return self::outcomeIn($this->l, $outcome);
	}

	public function help(): string {
		return $this->l->t('help is wanted');
	}

	/**
	 * What others may do with it.
	 *
	 * @param string $licence one of SheetRules::LICENCES
	 */
	public function licence(string $licence): string {
		return [
			'cc-by-sa-4.0' => $this->l->t('Anyone may use and change it, crediting the authors and sharing alike (CC BY-SA 4.0)'),
			'cc-by-4.0' => $this->l->t('Anyone may use and change it, crediting the authors (CC BY 4.0)'),
			'cc0-1.0' => $this->l->t('Anyone may do anything with it (CC0 1.0)'),
			'network' => $this->l->t('The members of the network may use it among themselves'),
			'all-rights' => $this->l->t('Read only: ask the authors for anything else'),
		][$licence] ?? '';
	}

	/** “Practice · mixed · Gaillac” */
	public function line(Sheet $sheet): string {
		return $this->lineOf($this->kind($sheet->getKind()), $sheet->getOutcome(), array_column($sheet->context()['territories'], 'name'));
	}

	/**
	 * The line for a sheet in a list.
	 *
	 * @param string $kind in the reader's language
	 * @param list<string> $places names
	 */
	public function lineOf(string $kind, ?string $outcome, array $places): string {
		return self::lineIn($this->l, $kind, $outcome, $places);
	}

	/**
	 * The line for a sheet in a list, in another language than the reader's.
	 *
	 * @param list<string> $places names
	 */
	public static function lineIn(IL10N $l, string $kind, ?string $outcome, array $places): string {
		$parts = [$kind, $outcome === null ? '' : self::outcomeIn($l, $outcome), implode(', ', $places)];
		return implode(' · ', array_filter($parts, static fn (string $part): bool => $part !== ''));
	}

	private static function outcomeIn(IL10N $l, string $outcome): string {
		return [
			'worked' => $l->t('worked'),
			'mixed' => $l->t('mixed'),
			'failed' => $l->t('failed'),
		][$outcome] ?? $outcome;
	}
}
