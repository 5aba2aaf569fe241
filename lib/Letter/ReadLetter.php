<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Library\LibraryRoot;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\Reader;
use OCP\AppFramework\Http;

/**
 * Sent letters, as a viewer may read them now, without what was revoked since. A letter to a group can be read by its people, one to a territory or on a theme
 * by members, one to all by everyone who gets letters.
 */
class ReadLetter {
	public function __construct(
		private readonly Letters $letters,
		private readonly Passages $passages,
		private readonly ReaderSight $sight,
		private readonly Compose $compose,
		private readonly LetterLinks $links,
		private readonly NoticeSlots $notices,
		private readonly LibraryRoot $library,
	) {
	}

	public static function mayRead(Viewer $viewer, Letter $letter): bool {
		return $viewer->facilitator || match ($letter->getReaders()) {
			Segment::ALL => true,
			Segment::GROUP => isset($viewer->groups[(int)$letter->getReadersOf()]),
			default => $viewer->uid !== null,
		};
	}

	/** As a member with an account reads it. */
	public function forViewer(Viewer $viewer, Letter $letter): Composed {
		[$items, $passages] = $this->read($letter);
		return $this->compose->letter($letter, $items, $this->passages->seen($viewer, $passages), $this->links->of(LetterLinks::APP));
	}

	/**
	 * As a reader reads it by the link of a mail.
	 *
	 * @return array{Composed, array<string, string>} with slots, and their values
	 */
	public function forReader(Reader $reader, Letter $letter): array {
		[$items, $passages] = $this->read($letter);
		// Anyone who has the link can open it: passages for a group are only in the mail, and rewritten words only for people who may see the passage now.
		$changed = array_flip(Compose::changed($items, $passages));
		$passages = array_filter($passages, static fn (Passage $passage): bool => $passage->reach !== Reach::Group && !isset($changed[$passage->key()]));
		$viewer = $this->sight->viewers([$reader], $passages)[$reader->id];
		$seen = $this->passages->seen($viewer, $passages);
		[$mode, $links] = $this->notices->of($reader, $viewer, $seen, false);
		return [$this->compose->letter($letter, $items, $seen, $this->links->of($mode, array_keys($links))), NoticeSlots::slots($links)];
	}

	/**
	 * On paper, handed over by a viewer, who may see less: without what only the reader sees, and without stories, which readers with an account
	 * read in Files. It has no links.
	 *
	 * @param list<Reader> $readers
	 * @return list<Composed> in their order
	 */
	public function onPaper(Viewer $viewer, array $readers, Letter $letter): array {
		[$items, $passages] = $this->read($letter);
		$passages = $this->passages->seen($viewer, array_filter($passages, static fn (Passage $passage): bool => $passage->reach !== Reach::Library));
		$viewers = $this->sight->viewers($readers, $passages);
		$links = $this->links->of(LetterLinks::NONE);
		return array_map(fn (Reader $reader): Composed => $this->compose->letter($letter, $items, $this->passages->seen($viewers[$reader->id], $passages), $links), $readers);
	}

	/**
	 * As text for a file of the library: only what every member may see, as any of them may get the file. Stories of the library are included if the person with
	 * its folder has all of it.
	 *
	 * @throws ReasonException letter_of_group: all of it is for the people of the group
	 */
	public function forLibrary(Viewer $viewer, Letter $letter): string {
		if ($letter->getReaders() === Segment::GROUP) {
			throw new ReasonException('letter_of_group', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		[$items, $passages] = $this->read($letter);
		$whole = $this->library->of((string)$viewer->uid)->whole;
		$stories = array_filter($passages, static fn (Passage $passage): bool => $whole && $passage->reach === Reach::Library);
		$seen = $this->passages->seen(Viewer::anyMember(), $passages) + $this->passages->seen($viewer, $stories);
		return LetterText::of($this->compose->letter($letter, $items, $seen, $this->links->of(LetterLinks::APP)), []);
	}

	/** @return array{list<LetterItem>, array<string, Passage>} */
	private function read(Letter $letter): array {
		$items = $this->letters->itemsOf($letter);
		$passages = $this->passages->read(Compose::about($items), $letter->getLanguage());
		$changed = array_flip(Compose::changed($items, $passages));
		$shortened = array_flip(array_map(static fn (LetterItem $item): string => $item->key(), array_filter($items, static fn (LetterItem $item): bool => !$item->isBlock() && $item->getText() !== null)));
		// Passages of a group, shortened passages and announced sessions are shown as they were sent, or not at all.
		return [$items, array_filter($passages, static fn (Passage $passage): bool => !isset($changed[$passage->key()])
			|| ($passage->reach !== Reach::Group && $passage->kind !== Passage::SESSION && !isset($shortened[$passage->key()])))];
	}
}
