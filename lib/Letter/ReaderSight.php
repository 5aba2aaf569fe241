<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Subscription\Reader;

/**
 * Readers of a letter as viewers, many together. A person who has an account, or a kept card that they agreed to, is a member; all others see only what
 * everyone may see.
 */
class ReaderSight {
	/** The relation of a reader to the network: READER_KINDS of src/letter/model.ts. */
	public const ACCOUNT = 'account';
	public const KEPT = 'kept';
	public const OUTSIDE = 'outside';

	public const KINDS = [self::ACCOUNT, self::KEPT, self::OUTSIDE];

	public function __construct(
		private readonly People $people,
		private readonly Visibility $visibility,
	) {
	}

	/**
	 * @param list<Reader> $readers
	 * @param array<string, Passage> $passages that they may see: only groups of these are read
	 * @param list<int> $groups that are read as well
	 * @return array<int, Viewer> by reader
	 */
	public function viewers(array $readers, array $passages, array $groups = []): array {
		$within = array_merge($groups, ...array_values(array_map(static fn (Passage $passage): array => $passage->reach === Reach::Group ? $passage->about['groups'] : [], $passages)));
		$groups = $this->visibility->within(array_values(array_unique($within)));
		$cards = $this->people->briefly(array_values(array_filter(array_map(static fn (Reader $reader): ?int => $reader->memberId, $readers), is_int(...))));
		$viewers = [];
		foreach ($readers as $reader) {
			$viewers[$reader->id] = self::viewer($reader, $cards[$reader->memberId ?? 0] ?? null, $groups);
		}
		return $viewers;
	}

	/** @return value-of<self::KINDS> */
	public static function kindOf(Viewer $viewer): string {
		return match ($viewer->uid) {
			null => self::OUTSIDE,
			'' => self::KEPT,
			default => self::ACCOUNT,
		};
	}

	/** @param array<int, array{title: string, members: list<int>}> $groups */
	private static function viewer(Reader $reader, ?Member $card, array $groups): Viewer {
		if ($reader->uid === null && $card?->statusIs(Status::Published, Status::Paused) !== true) {
			return new Viewer(null);
		}
		$id = $card?->ownerId();
		$in = $id === null ? [] : array_filter($groups, static fn (array $group): bool => in_array($id, $group['members'], true));
		// Neither a role nor kept cards show more of a letter: passages are only about what others see too.
		return new Viewer($reader->uid ?? '', $id, groups: $in, kept: []);
	}
}
