<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use Generator;
use OCA\Reseau\Library\LibraryFiles;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Member\People;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Subscription\Reader;
use OCA\Reseau\Subscription\Subscriptions;
use OCA\Reseau\Subscription\Unreached;

/**
 * The recipients of a letter: the people of its list who are in its segment. Territories, themes and groups count as far as every member may know them, so
 * that the list of readers reveals nothing else to its facilitator; people without a card are in no segment.
 */
class Recipients {
	private const AT_ONCE = 500;

	public function __construct(
		private readonly Subscriptions $subscriptions,
		private readonly MemberSearch $members,
		private readonly People $people,
		private readonly Visibility $visibility,
		private readonly ReaderSight $sight,
		private readonly Passages $passages,
		private readonly LibraryFiles $files,
		private readonly Unreached $unreached,
	) {
	}

	/** Updates the addresses of everyone, in a request that may write. */
	public function prepare(Letter $letter): void {
		$this->subscriptions->prepare(self::listOf($letter));
	}

	/** @return Subscriptions::LETTER|Subscriptions::STATUTORY */
	public static function listOf(Letter $letter): string {
		return $letter->isStatutory() ? Subscriptions::STATUTORY : Subscriptions::LETTER;
	}

	/**
	 * @param int $after number of a reader
	 * @return Generator<list<Reader>> by number, some hundred at a time
	 */
	public function batches(Letter $letter, int $after = 0): Generator {
		$members = $this->membersIn($letter->segment());
		do {
			$readers = $this->subscriptions->readers(self::listOf($letter), $after, self::AT_ONCE);
			$after = $readers === [] ? $after : $readers[count($readers) - 1]->id;
			$chosen = $members === null ? $readers : array_values(array_filter($readers, static fn (Reader $reader): bool => isset($members[$reader->memberId ?? 0])));
			if ($chosen !== []) {
				yield $chosen;
			}
		} while (count($readers) === self::AT_ONCE);
	}

	/**
	 * The number of recipients, by their relation to the network, and of those whose letter is empty: they get no mail.
	 *
	 * @param ?array<string, Passage> $only the passages of a letter that has nothing else in it; null: it has words for everyone
	 * @return array{total: int, account: int, kept: int, outside: int, nothing: array{account: int, kept: int, outside: int}, key: string} `key` stays the same as long as the recipients do
	 */
	public function count(Letter $letter, ?array $only): array {
		$counts = $nothing = array_fill_keys(ReaderSight::KINDS, 0);
		[$total, $key] = $this->each($letter, function (array $readers) use ($only, &$counts, &$nothing): void {
			foreach ($this->sight->viewers($readers, $only ?? []) as $viewer) {
				$kind = ReaderSight::kindOf($viewer);
				$counts[$kind]++;
				if ($only !== null && !$this->passages->anySeen($viewer, $only)) {
					$nothing[$kind]++;
				}
			}
			// The cache of accounts and their files would grow with every reader.
			$this->files->forget();
		});
		return ['total' => $total] + $counts + ['nothing' => $nothing, 'key' => $key];
	}

	/** @return array{total: int, people: list<array<string, mixed>>} UnreachedSchema of src/subscription/model.ts: people of its list and segment who get no mail, as far as the viewer may see them */
	public function unreached(Viewer $viewer, Letter $letter): array {
		return $this->unreached->count($viewer, self::listOf($letter), $this->membersIn($letter->segment()))['unreached'];
	}

	/**
	 * @param callable(list<Reader>): void $do with some hundred at a time
	 * @return array{int, string} the number of recipients, and the `key` of count()
	 */
	public function each(Letter $letter, callable $do): array {
		$total = 0;
		$all = hash_init('sha256');
		foreach ($this->batches($letter) as $readers) {
			foreach ($readers as $reader) {
				hash_update($all, "$reader->id ");
			}
			$total += count($readers);
			$do($readers);
		}
		return [$total, hash_final($all)];
	}

	/**
	 * @return list<array<string, mixed>> RecipientSchema of src/letter/model.ts: recipients after a number, and why each gets it
	 */
	public function page(Letter $letter, int $after, int $limit): array {
		$page = [];
		foreach ($this->batches($letter, $after) as $readers) {
			$viewers = $this->sight->viewers($readers, []);
			foreach ($readers as $reader) {
				$page[] = [
					'id' => $reader->id,
					'name' => $reader->name,
					'kind' => ReaderSight::kindOf($viewers[$reader->id]),
					'why' => $reader->why->value,
					'on' => $reader->on,
					'manner' => $reader->manner,
				];
				if (count($page) === $limit) {
					return $page;
				}
			}
		}
		return $page;
	}

	/**
	 * The letters that have this person among their recipients, subscribed or not.
	 *
	 * @param list<Letter> $letters
	 * @return Generator<Letter>
	 */
	public function lettersFor(int $memberId, array $letters): Generator {
		$known = [];
		foreach ($letters as $letter) {
			$segment = $letter->segment();
			$members = $known["$segment->kind $segment->of"] ??= [$this->membersIn($segment)];
			if ($members[0] === null || isset($members[0][$memberId])) {
				yield $letter;
			}
		}
	}

	/** @return ?array<int, true> by number of their card; null: everyone, also without one */
	private function membersIn(Segment $segment): ?array {
		return match ($segment->kind) {
			Segment::ALL => null,
			Segment::GROUP => $this->shown($this->visibility->within([(int)$segment->of])[(int)$segment->of]['members'] ?? []),
			default => array_fill_keys($this->members->everybody(Viewer::anyMember(), new Criteria(facets: [$segment->kind => [$segment->of]])), true),
		};
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, true>
	 */
	private function shown(array $ids): array {
		return array_map(static fn (Member $member): bool => true, array_filter($this->people->briefly($ids), static fn (Member $member): bool => $member->isShown()));
	}
}
