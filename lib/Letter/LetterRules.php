<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Notice\NoticeRules;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * What a letter may contain. The lists and limits are those of src/letter/model.ts: both sides are held to tests/fixtures/rules/letter-limits.json.
 */
class LetterRules {
	/** Characters, entries, bytes of a picture, days of a period, readers of a page. */
	public const LIMITS = [
		'title' => 120, 'editorial' => 8000, 'block' => 4000, 'shortened' => 1000, 'items' => 300, 'alt' => 300, 'picture' => 40_000, 'days' => 400, 'page' => 100,
	];

	public const LANGUAGES = ['fr', 'en', 'oc', 'ca', 'es'];

	private const LONGEST_ID = 128;

	public function __construct(
		private readonly Territories $territories,
		private readonly Vocabulary $vocabulary,
		private readonly Groups $groups,
		private readonly Days $days,
	) {
	}

	/**
	 * Writes what a letter is: its title and text, and of a letter also its period and readers.
	 *
	 * @param array<array-key, mixed> $input of LetterContentSchema of src/letter/model.ts, raw input; what is left out stays
	 * @param bool $stored whether it is to be stored: where it is only looked at, the browser has its picture
	 * @throws ReasonException wrong_type · bad_text · too_long · title_missing · bad_day · until_before_from · period_too_long · unknown_readers · unknown_territory ·
	 *                         unknown_term · unknown_group · unknown_language · bad_picture, each with its `field`
	 */
	public function write(Letter $letter, array $input, bool $stored = true): void {
		if (array_key_exists('title', $input)) {
			$letter->setTitle(NoticeRules::title($input['title']));
		}
		if (array_key_exists('language', $input)) {
			$language = Input::string($input['language'], 'language');
			$letter->setLanguage(in_array($language, self::LANGUAGES, true) ? $language : throw ReasonException::at('unknown_language', 'language'));
		}
		if (array_key_exists('editorial', $input)) {
			$letter->setEditorial(trim(Fields::text($input['editorial'], 'editorial', self::LIMITS['editorial'])));
		}
		if ($letter->isStatutory()) {
			return;
		}
		if (array_key_exists('from', $input) || array_key_exists('until', $input)) {
			$this->writePeriod($letter, $input);
		}
		if (array_key_exists('readers', $input)) {
			$segment = $this->segment(Fields::map($input['readers'], 'readers'));
			$letter->setReaders($segment->kind);
			$letter->setReadersOf($segment->of);
		}
		if (array_key_exists('picture', $input)) {
			self::writePicture($letter, $input['picture'], $stored);
		}
	}

	/**
	 * @param mixed $value items of LetterContentSchema, raw input
	 * @return list<LetterItem> of this letter, in their order
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · unknown_kind · twice
	 */
	public static function items(int $letterId, mixed $value): array {
		$items = [];
		foreach (Fields::list($value, 'items', self::LIMITS['items']) as $i => $entry) {
			$item = self::item(Fields::map($entry, "items.$i"), "items.$i");
			$item->setLetterId($letterId);
			$item->setPlace($i);
			$key = $item->isBlock() ? "block $i" : $item->key();
			$items[$key] = isset($items[$key]) ? throw ReasonException::at('twice', "items.$i") : $item;
		}
		return array_values($items);
	}

	public function period(Letter $letter): Period {
		$from = (string)$letter->getFromDay();
		$until = (string)$letter->getUntilDay();
		return new Period($from, $until, $this->days->moment("$from 00:00"), $this->days->moment("$until 00:00 +1 day"));
	}

	/** @param array<array-key, mixed> $input */
	private function writePeriod(Letter $letter, array $input): void {
		$from = Input::date($input['from'] ?? $letter->getFromDay()) ?? throw ReasonException::at('bad_day', 'from');
		$until = Input::date($input['until'] ?? $letter->getUntilDay()) ?? throw ReasonException::at('bad_day', 'until');
		if ($until < $from) {
			throw ReasonException::at('until_before_from', 'until');
		}
		if ($until > Days::after($from, '+' . self::LIMITS['days'] . ' days')) {
			throw new ReasonException('period_too_long', details: ['field' => 'from', 'max' => self::LIMITS['days']]);
		}
		$letter->setFromDay($from);
		$letter->setUntilDay($until);
	}

	/** @param array<array-key, mixed> $readers */
	private function segment(array $readers): Segment {
		$kind = Input::string($readers['kind'] ?? null, 'readers.kind');
		$of = $kind === Segment::ALL ? '' : Fields::text($readers['of'] ?? '', 'readers.of', self::LONGEST_ID);
		$known = match ($kind) {
			Segment::ALL => true,
			Segment::TERRITORY => $this->territories->name(...explode(':', $of, 2) + ['', '']) !== null ?: 'unknown_territory',
			Segment::THEME => $this->vocabulary->has($of, ...Vocabulary::SUBJECTS) ?: 'unknown_term',
			Segment::GROUP => preg_match('/^\d{1,18}\z/', $of) === 1 && $this->groups->exists((int)$of) ?: 'unknown_group',
			default => 'unknown_readers',
		};
		return $known === true ? new Segment($kind, $of) : throw ReasonException::at($known, $known === 'unknown_readers' ? 'readers.kind' : 'readers.of');
	}

	private static function writePicture(Letter $letter, mixed $value, bool $stored): void {
		if ($value === null) {
			$letter->setPicture(null);
			$letter->setPictureFile(null);
			$letter->setPictureAlt(null);
			return;
		}
		$picture = Fields::map($value, 'picture');
		$file = self::id($picture['file'] ?? null) ?? throw ReasonException::at('wrong_type', 'picture.file');
		$letter->setPictureAlt(trim(preg_replace('/\s+/u', ' ', Fields::text($picture['alt'] ?? '', 'picture.alt', self::LIMITS['alt'])) ?? ''));
		if (isset($picture['image'])) {
			$letter->setPicture(self::image($picture['image']));
		} elseif ($stored && $letter->getPictureFile() !== $file) {
			throw ReasonException::at('bad_picture', 'picture.image');
		}
		$letter->setPictureFile($file);
	}

	/** @return string base64 of a JPEG picture, which is what the browser makes of any picture */
	private static function image(mixed $value): string {
		$bytes = is_string($value) ? base64_decode($value, true) : false;
		if ($bytes === false || strlen($bytes) > self::LIMITS['picture'] || !str_starts_with($bytes, "\xFF\xD8\xFF") || (@getimagesizefromstring($bytes)[2] ?? 0) !== IMAGETYPE_JPEG) {
			throw new ReasonException('bad_picture', details: ['field' => 'picture.image', 'max' => self::LIMITS['picture']]);
		}
		return base64_encode($bytes);
	}

	/** @return ?int null: it is none */
	public static function id(mixed $value): ?int {
		$id = Input::number($value);
		return $id !== null && $id > 0 ? $id : null;
	}

	/** @param array<array-key, mixed> $entry */
	private static function item(array $entry, string $field): LetterItem {
		$kind = Input::string($entry['kind'] ?? null, "$field.kind");
		$block = $kind === LetterItem::BLOCK;
		if (!$block && !in_array($kind, Passage::KINDS, true)) {
			throw ReasonException::at('unknown_kind', "$field.kind");
		}
		$item = new LetterItem();
		$item->setKind($kind);
		$item->setObjectId($block ? null : self::id($entry['id'] ?? null) ?? throw ReasonException::at('wrong_type', "$field.id"));
		$item->setTaken(Input::flag($entry['taken'] ?? null, "$field.taken"));
		$text = isset($entry['text']) ? trim(Fields::text($entry['text'], "$field.text", self::LIMITS[$block ? 'block' : 'shortened'])) : null;
		$hash = $entry['hash'] ?? null;
		if ($text !== null && !$block && (!is_string($hash) || preg_match('/^[0-9a-f]{64}\z/', $hash) !== 1)) {
			throw ReasonException::at('wrong_type', "$field.hash");
		}
		$item->setText($block ? (string)$text : $text);
		$item->setHash($block || $text === null ? null : $hash);
		return $item;
	}
}
