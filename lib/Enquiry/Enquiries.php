<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;

/** Messages of visitors for their readers, who follow from their present roles. Deletes old messages. */
class Enquiries {
	public const PAGE = 30;

	/** @var array<string, string> the shape of a cursor */
	private const CURSOR = ['last' => 'i'];

	public function __construct(
		private readonly EnquiryMapper $enquiries,
		private readonly Subjects $subjects,
		private readonly EnquiryNotifications $notifications,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * The latest first.
	 *
	 * @return array{list<array{Enquiry, About}>, ?string} a page, and the cursor of the next one
	 * @throws ReasonException bad_cursor
	 */
	public function page(Viewer $viewer, string $cursor): array {
		$before = Cursor::parse($cursor, self::CURSOR)?->key[0];
		$about = $this->readBy($viewer);
		$found = $this->enquiries->findAbout(array_map(array_keys(...), $about), $before === null ? null : (int)$before, self::PAGE + 1);
		$shown = array_slice($found, 0, self::PAGE);
		return [
			array_map(static fn (Enquiry $one): array => [$one, $about[$one->getAboutType()][$one->getAboutId()]], $shown),
			count($found) > self::PAGE ? (string)new Cursor('last', [$shown[self::PAGE - 1]->id()]) : null,
		];
	}

	/** How many are not answered yet. */
	public function countUnanswered(Viewer $viewer): int {
		return $this->enquiries->countUnanswered(array_map(array_keys(...), $this->readBy($viewer)));
	}

	/**
	 * @param list<int> $ids of things of one type
	 * @return list<int> those that visitors wrote about
	 */
	public function writtenAbout(AboutType $type, array $ids): array {
		return array_values(array_intersect($ids, array_map(static fn (array $one): int => $one[1], array_filter($this->enquiries->subjects(), static fn (array $one): bool => $one[0] === $type))));
	}

	/**
	 * @return array{Enquiry, About}
	 * @throws ReasonException not_found: it does not exist, or not for this viewer
	 */
	public function one(Viewer $viewer, int $id): array {
		$enquiry = $this->enquiries->findSent($id);
		$about = $enquiry === null ? null : $this->subjects->readBy($viewer, [[$enquiry->type(), $enquiry->getAboutId()]])[$enquiry->getAboutType()][$enquiry->getAboutId()] ?? null;
		return $enquiry === null || $about === null ? throw ReasonException::notFound() : [$enquiry, $about];
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function delete(Viewer $viewer, int $id): void {
		$this->remove([$this->one($viewer, $id)[0]->id()]);
	}

	/** The thing is deleted. */
	public function forgetAbout(AboutType $type, int $id): void {
		$this->remove($this->enquiries->idsAbout($type, $id));
	}

	/** Once a day: deletes messages that were not sent in time, and messages that were sent 12 months ago, answered or not. */
	public function deleteOld(): void {
		$now = $this->clock->getTime();
		$this->remove($this->enquiries->idsOld($now - Enquiry::WAITS, $now - Enquiry::KEPT));
	}

	/** The account is deleted: the record of its answer is kept, without its name and words. */
	public function forgetAccount(string $uid): void {
		$this->enquiries->forgetAccount($uid);
	}

	/** @return array<string, array<int, About>> as in Subjects::readBy() */
	private function readBy(Viewer $viewer): array {
		return $this->subjects->readBy($viewer, $this->enquiries->subjects());
	}

	/** @param list<int> $ids */
	private function remove(array $ids): void {
		foreach ($ids as $id) {
			$this->enquiries->remove($id);
			$this->notifications->settled($id);
		}
	}
}
