<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Library\SheetsOfFiles;
use OCA\Reseau\Link\Event\CollectingTies;
use OCA\Reseau\Link\Event\DescribingFiles;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Files among other things: with a sheet they have its title, and beside them stand those it names and the groups that work on it.
 *
 * @template-implements IEventListener<Event>
 */
class SheetsAround implements IEventListener {
	public function __construct(
		private readonly SheetsOfFiles $sheets,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof DescribingFiles) {
			foreach ($this->sheets->told($event->viewer, $event->there) as $id => ['title' => $title, 'line' => $line]) {
				$event->sheet($id, $title, $line);
			}
			foreach ($this->sheets->gone($event->viewer, $event->missing) as $id => $title) {
				$event->gone($id, $title);
			}
		} elseif ($event instanceof CollectingTies) {
			foreach ($this->ties($event->viewer, $event->subject) as $tie) {
				$event->add($tie);
			}
		}
	}

	/** @return list<Tie> */
	private function ties(Viewer $viewer, Ref $subject): array {
		$wrote = $this->l->t('wrote this');
		$worksOnIt = $this->l->t('works on this');
		$to = static fn (ThingType $type, string $words, int $rank): callable => static fn (int $id): Tie => new Tie(new Ref($type, $id), $words, $rank);
		if ($subject->type === ThingType::File) {
			['authors' => $authors, 'groups' => $groups] = $this->sheets->named($viewer, $subject->id);
			return [...array_map($to(ThingType::Member, $wrote, Tie::FIRST), $authors), ...array_map($to(ThingType::Group, $worksOnIt, Tie::USUAL), $groups)];
		}
		return match ($subject->type) {
			ThingType::Member => array_map($to(ThingType::File, $this->l->t('written by this person'), Tie::USUAL), $this->sheets->byAuthor($viewer, $subject->id)),
			ThingType::Group => array_map($to(ThingType::File, $this->l->t('this group works on it'), Tie::USUAL), $this->sheets->byGroup($viewer, $subject->id)),
			default => [],
		};
	}
}
