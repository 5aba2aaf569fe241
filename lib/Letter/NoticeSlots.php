<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Member\People;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\PassedLinks;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Subscription\Reader;
use OCP\IDBConnection;

/** The links by which a reader without an account answers the notices of a letter: their own, the same in every mail with that notice. */
class NoticeSlots {
	use Atomic;

	public function __construct(
		private readonly Notices $notices,
		private readonly PassedLinks $passed,
		private readonly People $people,
		private readonly LetterLinks $pages,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param array<string, Passage> $seen by key, the passages that the reader sees
	 * @param bool $make whether missing links are made: for a mail
	 * @return array{LetterLinks::APP|LetterLinks::PASSED|LetterLinks::NONE, array<int, string>} where passages lead this reader, and the addresses of notices
	 */
	public function of(Reader $reader, Viewer $viewer, array $seen, bool $make): array {
		if ($reader->uid !== null) {
			return [LetterLinks::APP, []];
		}
		$ids = array_values(array_map(
			static fn (Passage $passage): int => $passage->id,
			array_filter($seen, static fn (Passage $passage): bool => $passage->kind === Passage::NOTICE && $passage->reach === Reach::Members),
		));
		$links = $viewer->memberId === null || $viewer->uid === null || $ids === [] ? [] : $this->links($viewer->memberId, $this->notices->some($ids), $make);
		return [$links === [] ? LetterLinks::NONE : LetterLinks::PASSED, $links];
	}

	/**
	 * @param array<int, string> $links
	 * @return array<string, string> by slot
	 */
	public static function slots(array $links): array {
		return array_combine(array_map(static fn (int $id): string => "notice $id", array_keys($links)), array_values($links));
	}

	/**
	 * @param array<int, AuthoredNotice> $notices
	 * @return array<int, string>
	 */
	private function links(int $memberId, array $notices, bool $make): array {
		if (!$make) {
			return $this->linksOf($memberId, $notices, false);
		}
		return $this->atomicAgain(function () use ($memberId, $notices): array {
			$this->people->hold($memberId);
			return $this->linksOf($memberId, $notices, true);
		}, $this->db);
	}

	/**
	 * @param array<int, AuthoredNotice> $notices
	 * @return array<int, string>
	 */
	private function linksOf(int $memberId, array $notices, bool $make): array {
		$person = $this->people->byId($memberId);
		if ($person === null) {
			return [];
		}
		// No one answers their own notice, and no one can write both sides of a conversation between two people whose cards they keep.
		$others = array_filter($notices, static fn (AuthoredNotice $one): bool => $one->author->ownerId() !== $person->ownerId()
			&& ($one->author->getUid() !== null || $one->author->getStewardUid() !== $person->getStewardUid()));
		return array_map(fn (array $link): string => $this->pages->page("passed/$link[2]"), $this->passed->ofAll($others, $person, $make));
	}
}
