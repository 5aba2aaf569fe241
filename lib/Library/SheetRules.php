<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\ResourceKinds;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * What a sheet may contain, and what it needs to be published. The limits are those of src/library/model.ts: both sides are held to
 * tests/fixtures/rules/sheet-limits.json.
 */
class SheetRules {
	/** Longest texts in characters, longest lists in entries. */
	public const LIMITS = [
		'title' => 200, 'summary' => 500, 'text' => 10_000, 'context' => 2000, 'territories' => 20, 'terms' => 20, 'groups' => 20, 'authors' => 20,
		'authorNames' => 500, 'standpoint' => 500, 'answer' => 2000, 'signerName' => 120, 'email' => 254, 'how' => 500,
	];

	/** Equal in rank: nothing is sorted by them. */
	public const OUTCOMES = ['worked', 'mixed', 'failed'];
	public const LICENCES = ['', 'cc-by-sa-4.0', 'cc-by-4.0', 'cc0-1.0', 'network', 'all-rights'];

	/** Texts that describe a practice. */
	public const CONTEXT = ['public', 'means', 'frame', 'standpoint'];

	/** Kinds that have a context and an outcome. */
	private const TOLD_WHOLE = ['practice', 'failure'];

	/** The kind that mentions its groups; other kinds are their work. */
	public const MINUTES = 'minutes';

	/** Kinds that can be signed. */
	public const SIGNABLE = ['manifesto', 'charter'];

	private const FIELDS = ['kind', 'outcome', 'title', 'summary', 'context', 'tried', 'happened', 'learnt', 'wanted', 'authors', 'authorNames', 'anonymous', 'licence', 'terms', 'groups', 'notice'];
	private const KIND_LENGTH = 128;

	public function __construct(
		private readonly ResourceKinds $kinds,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly People $people,
		private readonly Groups $groups,
	) {
	}

	public static function isSignable(Sheet $sheet): bool {
		return in_array($sheet->getKind(), self::SIGNABLE, true);
	}

	/**
	 * Writes the given values to the sheet; those left out stay.
	 *
	 * @param array<array-key, mixed> $input SheetWordsSchema of src/library/model.ts, partial, raw input
	 * @throws ReasonException unknown_field · wrong_type · too_long · too_many · bad_text · title_missing · unknown_kind · unknown_outcome · unknown_licence ·
	 *                         unknown_territory · unknown_term · unknown_member · unknown_group, each with its `field`
	 */
	public function write(Viewer $viewer, Sheet $sheet, array $input): void {
		self::requireKnown(array_keys($input), self::FIELDS);
		$told = [];
		foreach ($input as $field => $value) {
			match ($field) {
				'kind' => $sheet->setKind($this->kind($sheet, $value)),
				'outcome' => $sheet->setOutcome($value === null ? null : self::oneOf($value, $field, self::OUTCOMES, 'unknown_outcome')),
				'title' => $sheet->setTitle(Fields::line($value, $field, self::LIMITS['title'])),
				'summary', 'authorNames' => $told[$field] = trim(Fields::text($value, $field, self::LIMITS[$field])),
				'licence' => $told[$field] = self::oneOf($value, $field, self::LICENCES, 'unknown_licence'),
				'context' => $told[$field] = $this->context($sheet, $value),
				'terms' => $told[$field] = $this->vocabulary->chosen($value, 'terms', self::LIMITS['terms'], $sheet->terms(), ...Vocabulary::SUBJECTS),
				'authors' => $sheet->authors = $this->authors($viewer, $sheet, $value),
				'groups' => $sheet->groups = $this->groups($sheet, $value),
				'notice' => $sheet->setNoticeId(self::notice($value)),
				'anonymous' => $sheet->setAnonymous(Input::flag($value, $field)),
				default => $told[$field] = trim(Fields::text($value, $field, self::LIMITS['text'])),
			};
		}
		if ($sheet->isAnonymous()) {
			$told['authorNames'] = '';
			$sheet->authors = [];
			$sheet->setNoticeId(null);
		}
		$sheet->tell($told);
		if (!$sheet->isAnonymous()) {
			$sheet->setDeposited(false);
		}
		self::requireTitle($sheet);
		if ((string)$sheet->getKind() === '') {
			throw ReasonException::at('unknown_kind', 'kind');
		}
	}

	/** Any number: it leads from one to the other only where the sheet names the author of the notice (Integration\Link\SheetsAround). */
	private static function notice(mixed $value): int {
		$id = Input::number($value);
		return $id !== null && $id > 0 ? $id : throw ReasonException::at('wrong_type', 'notice');
	}

	/**
	 * Checked before and while it is published.
	 *
	 * @throws ReasonException title_missing · context_missing with the `field`
	 */
	public static function requireWhole(Sheet $sheet): void {
		self::requireTitle($sheet);
		if (!in_array($sheet->getKind(), self::TOLD_WHOLE, true)) {
			return;
		}
		$context = $sheet->context();
		foreach (['territories', ...self::CONTEXT] as $part) {
			if ($context[$part] === [] || $context[$part] === '') {
				throw ReasonException::at('context_missing', "context.$part");
			}
		}
		if ($sheet->getOutcome() === null) {
			throw ReasonException::at('context_missing', 'outcome');
		}
	}

	private static function requireTitle(Sheet $sheet): void {
		if ((string)$sheet->getTitle() === '') {
			throw ReasonException::at('title_missing', 'title');
		}
	}

	private function kind(Sheet $sheet, mixed $value): string {
		$kind = Fields::text($value, 'kind', self::KIND_LENGTH);
		return $kind !== '' && ($kind === $sheet->getKind() || $this->kinds->has($kind)) ? $kind : throw ReasonException::at('unknown_kind', 'kind');
	}

	/** @return array<string, mixed> Context of Sheet */
	private function context(Sheet $sheet, mixed $value): array {
		$context = Fields::map($value, 'context');
		self::requireKnown(array_keys($context), ['territories', ...self::CONTEXT], 'context.');
		$written = $sheet->context();
		foreach (self::CONTEXT as $part) {
			if (array_key_exists($part, $context)) {
				$written[$part] = trim(Fields::text($context[$part], "context.$part", self::LIMITS['context']));
			}
		}
		if (array_key_exists('territories', $context)) {
			$written['territories'] = $this->territories->places($context['territories'], 'context.territories', self::LIMITS['territories']);
		}
		return $written;
	}

	/** @return list<int> members the editor may not see stay, because the editor was not shown them */
	private function authors(Viewer $viewer, Sheet $sheet, mixed $value): array {
		$ids = self::ids($value, 'authors');
		$people = $this->people->byIds([...$ids, ...$sheet->authors ?? []]);
		$known = array_map(static fn (Member $member): bool => People::knows($viewer, $member), $people);
		foreach ($ids as $i => $id) {
			if (!($known[$id] ?? false)) {
				throw ReasonException::at('unknown_member', "authors.$i");
			}
		}
		$hidden = array_filter($sheet->authors ?? [], static fn (int $id): bool => !($known[$id] ?? false));
		return array_values(array_unique([...$ids, ...$hidden]));
	}

	/** @return list<int> */
	private function groups(Sheet $sheet, mixed $value): array {
		$ids = self::ids($value, 'groups');
		foreach ($ids as $i => $id) {
			if (!in_array($id, $sheet->groups ?? [], true) && !$this->groups->exists($id)) {
				throw ReasonException::at('unknown_group', "groups.$i");
			}
		}
		return $ids;
	}

	/** @return list<int> */
	private static function ids(mixed $value, string $field): array {
		$ids = [];
		foreach (Fields::list($value, $field, self::LIMITS[$field]) as $i => $id) {
			$ids[] = is_int($id) ? $id : throw ReasonException::at('wrong_type', "$field.$i");
		}
		return array_values(array_unique($ids));
	}

	/** @param list<string> $known */
	private static function oneOf(mixed $value, string $field, array $known, string $reason): string {
		return in_array(Input::string($value, $field), $known, true) ? $value : throw ReasonException::at($reason, $field);
	}

	/**
	 * @param list<array-key> $keys
	 * @param list<string> $known
	 */
	private static function requireKnown(array $keys, array $known, string $at = ''): void {
		foreach ($keys as $key) {
			if (!in_array($key, $known, true)) {
				throw ReasonException::at('unknown_field', $at . mb_scrub(mb_substr((string)$key, 0, 64)));
			}
		}
	}
}
