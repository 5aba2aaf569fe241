<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Export;

use OCA\Reseau\Member\Card\CardRules;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\PartKind;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Shared\ReasonException;

/**
 * The card in the export of an account, from this network or another: it becomes a draft that only its person sees until they publish it. Terms that this
 * network does not know are left out, the rest is kept.
 */
class ImportCard {
	/** How many entries of a list are read; no list of a card can be longer. */
	private const MOST = 200;

	/** @var list<string> what was left out, by its place on the card */
	private array $left = [];

	public function __construct(
		private readonly MemberMapper $members,
		private readonly MemberService $service,
		private readonly CardRules $rules,
	) {
	}

	/**
	 * @param mixed $card MemberSchema of src/member/model.ts, raw input
	 * @return array{int, list<string>} the account's card, 0: it has none; what to report
	 */
	public function import(string $uid, mixed $card): array {
		$own = $this->members->findByUid($uid);
		if ($own !== null) {
			return [$own->ownerId(), is_array($card) ? ['The account has a card already: it stays as it is.'] : []];
		}
		if (!is_array($card)) {
			return [0, []];
		}
		$this->left = [];
		$input = $this->read($card);
		try {
			$own = $this->service->createOwn($uid, $input, Status::Draft);
		} catch (ReasonException $e) {
			$own = $this->members->findByUid($uid);
			return $own === null ? [0, ["Left out: the card ({$e->reason})."]] : [$own->ownerId(), ['The account has a card already: it stays as it is.']];
		}
		return [$own->ownerId(), [
			'The card was imported as a draft: no one else sees it until its person publishes it.',
			...$this->left === [] ? [] : ['Left out of the card, because this network does not know or allow it: ' . implode(', ', array_unique($this->left)) . '.'],
		]];
	}

	/**
	 * @param array<array-key, mixed> $card
	 * @return array<string, mixed> the parts that CardRules accept
	 */
	private function read(array $card): array {
		$input = [];
		foreach (Part::cases() as $part) {
			$value = $card[$part->value] ?? null;
			if ($value !== null && $part->kind() !== PartKind::Contact) {
				$input[$part->value] = is_array($value) ? $this->entries($part, array_slice(array_values($value), 0, self::MOST)) : $this->accepted($part->value, $value);
			}
			$audience = is_array($card['audience'] ?? null) ? $card['audience'][$part->value] ?? null : null;
			if ($audience !== null && $this->fits(['audience' => [$part->value => $audience]])) {
				$input['audience'][$part->value] = $audience;
			} elseif ($audience !== null) {
				$this->left[] = "who sees $part->value";
			}
		}
		foreach (['email', 'phone', 'website'] as $way) {
			$detail = is_array($card['contact'] ?? null) ? $card['contact'][$way] ?? null : null;
			if ($detail !== null && $this->fits(['contact' => [$way => $detail]])) {
				$input['contact'][$way] = $detail;
			} elseif ($detail !== null) {
				$this->left[] = $way;
			}
		}
		if (isset($card['name']) && $this->fits(['name' => $card['name']])) {
			$input['name'] = $card['name'];
		} elseif (isset($card['name'])) {
			$this->left[] = 'name';
		}
		return array_filter($input, static fn (mixed $value): bool => $value !== null);
	}

	private function accepted(string $field, mixed $value): mixed {
		if ($this->fits([$field => $value])) {
			return $value;
		}
		$this->left[] = $field;
		return null;
	}

	/**
	 * @param list<mixed> $entries
	 * @return list<mixed> the entries that fit; needs and offers without unknown terms
	 */
	private function entries(Part $part, array $entries): array {
		$kept = [];
		foreach ($entries as $entry) {
			if (is_array($entry) && is_array($entry['terms'] ?? null)) {
				$entry['terms'] = array_values(array_filter(array_slice($entry['terms'], 0, self::MOST), function (mixed $term) use ($part, $entry): bool {
					$fits = $this->fits([$part->value => [['text' => $entry['text'] ?? '', 'terms' => [$term]]]]);
					if (!$fits) {
						$this->left[] = "$part->value: " . self::word($term);
					}
					return $fits;
				}));
			}
			if (count($kept) < $part->max() && $this->fits([$part->value => [$entry]])) {
				$kept[] = $entry;
			} else {
				$this->left[] = "$part->value: " . self::word($entry);
			}
		}
		return $kept;
	}

	/** @param array<string, mixed> $input */
	private function fits(array $input): bool {
		try {
			$this->rules->check($input);
			return true;
		} catch (ReasonException) {
			return false;
		}
	}

	/** A few letters of an entry, to recognise it. */
	private static function word(mixed $entry): string {
		$text = is_array($entry) ? $entry['text'] ?? $entry['name'] ?? '' : $entry;
		return '“' . (is_string($text) ? mb_scrub(mb_substr($text, 0, 40)) : '?') . '”';
	}
}
