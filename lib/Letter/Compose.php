<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use Closure;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** Composes a letter from its items and the passages that a reader sees: all others are left out, as if they had never existed. */
class Compose {
	public function __construct(
		private readonly Passages $passages,
		private readonly Network $network,
	) {
	}

	/**
	 * @param list<LetterItem> $items in their order
	 * @param array<string, Passage> $seen by key, the passages that the reader sees
	 * @param Closure(Passage): ?string $href the page a passage links to
	 * @throws ReasonException letter_too_long: its own words alone are longer than a mail may be
	 */
	public function letter(Letter $letter, array $items, array $seen, Closure $href): Composed {
		self::requireShort($letter, $items);
		$words = $this->passages->words($letter->getLanguage());
		$sections = [];
		if (self::isWritten($letter->getEditorial())) {
			$sections[] = ['heading' => '', 'parts' => [['blocks' => Markup::blocks((string)$letter->getEditorial())]]];
		}
		$before = null;
		foreach ($letter->isStatutory() ? [] : $items as $item) {
			$passage = $item->isBlock() ? null : $seen[$item->key()] ?? null;
			if (!$item->isTaken() || ($item->isBlock() ? !self::isWritten($item->getText()) : $passage === null)) {
				continue;
			}
			// Consecutive passages of a kind share a heading; a block ends it.
			if ($item->getKind() !== $before) {
				$sections[] = ['heading' => $words->heading($item->getKind()), 'parts' => []];
			}
			$before = $item->getKind();
			$sections[count($sections) - 1]['parts'][] = $passage === null ? ['blocks' => Markup::blocks((string)$item->getText())] : self::part($passage, $item, $href($passage), $words);
		}
		return new Composed($letter->getLanguage(), $letter->getTitle(), $this->line($letter, $words), $letter->getPictureFile() === null ? null : (string)$letter->getPictureAlt(), $sections);
	}

	/**
	 * Whether a letter has words that every reader gets, whatever passages they see.
	 *
	 * @param list<LetterItem> $items
	 */
	public static function hasWords(Letter $letter, array $items): bool {
		$blocks = array_filter($items, static fn (LetterItem $item): bool => $item->isBlock() && $item->isTaken() && self::isWritten($item->getText()));
		return $blocks !== [] || self::isWritten($letter->getEditorial());
	}

	private static function isWritten(?string $text): bool {
		return trim((string)$text) !== '';
	}

	/**
	 * @param list<LetterItem> $items
	 * @return array<string, list<int>> ids of the things of taken items, by kind
	 */
	public static function about(array $items): array {
		return self::objects(array_filter($items, static fn (LetterItem $item): bool => $item->isTaken() && !$item->wasGone()));
	}

	/**
	 * @param array<LetterItem> $items
	 * @return array<string, list<int>> ids of the things of all items, by kind
	 */
	public static function objects(array $items): array {
		$about = [];
		foreach ($items as $item) {
			if (!$item->isBlock()) {
				$about[$item->getKind()][] = (int)$item->getObjectId();
			}
		}
		return $about;
	}

	/**
	 * Passages whose content has changed since they were shortened, or sent.
	 *
	 * @param list<LetterItem> $items
	 * @param array<string, Passage> $passages as they are now
	 * @return list<string> keys
	 */
	public static function changed(array $items, array $passages): array {
		$changed = [];
		foreach ($items as $item) {
			if (!$item->isBlock() && $item->getHash() !== null && isset($passages[$item->key()]) && $passages[$item->key()]->hash() !== $item->getHash()) {
				$changed[] = $item->key();
			}
		}
		return $changed;
	}

	/** @param list<LetterItem> $items */
	private static function requireShort(Letter $letter, array $items): void {
		$bytes = strlen((string)$letter->getEditorial());
		foreach ($items as $item) {
			$bytes += $item->isBlock() && $item->isTaken() ? strlen((string)$item->getText()) : 0;
		}
		if ($bytes > LetterHtml::MOST) {
			throw new ReasonException('letter_too_long', Http::STATUS_UNPROCESSABLE_ENTITY, ['max' => LetterHtml::MOST]);
		}
	}

	/** @return array<string, mixed> part of Composed */
	private static function part(Passage $passage, LetterItem $item, ?string $href, LetterWords $words): array {
		// The text of a passage has changed since it was shortened: the shortened text may contain something that was revoked.
		$shortened = $item->getText() !== null && $item->getHash() === $passage->hash();
		return [
			'title' => $passage->title,
			'line' => $passage->line,
			'text' => $shortened ? (string)$item->getText() : $passage->text,
			'href' => $href,
			'more' => $words->more($passage->kind),
		];
	}

	private function line(Letter $letter, LetterWords $words): string {
		$network = $this->network->name();
		return $letter->isStatutory() || $letter->getFromDay() === null
			? $network
			: $words->l->t('%1$s, from %2$s to %3$s', [$network, $words->day($letter->getFromDay()), $words->day((string)$letter->getUntilDay())]);
	}
}
