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
use OCA\Reseau\Link\NeighbourKind;
use OCA\Reseau\Link\OnPage;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Files around other things: a file with a sheet has its title. Around it are the people it names, the groups that work on it or, for minutes, are named
 * in them, and the notice whose outcome it describes, if it names the author of the notice.
 *
 * @template-implements IEventListener<Event>
 */
class SheetsAround implements IEventListener {
	public function __construct(
		private readonly SheetsOfFiles $sheets,
		private readonly Notices $notices,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof DescribingFiles) {
			foreach ($this->sheets->summaries($event->viewer, $event->there) as $id => ['title' => $title, 'line' => $line, 'mine' => $mine]) {
				$event->sheet($id, $title, $line, $mine);
			}
			foreach ($this->sheets->gone($event->viewer, $event->missing) as $id => $title) {
				$event->gone($id, $title);
			}
		} elseif ($event instanceof CollectingTies) {
			foreach ($this->ties($event) as $tie) {
				$event->add($tie);
			}
		}
	}

	/** @return list<Tie> */
	private function ties(CollectingTies $asked): array {
		[$viewer, $subject, $kinds] = [$asked->viewer, $asked->subject, $asked->kinds];
		return match (true) {
			$subject->type === ThingType::File => $kinds->has(NeighbourKind::People, NeighbourKind::Groups, NeighbourKind::Notices) ? $this->ofFile($viewer, $subject->id) : [],
			!$kinds->has(NeighbourKind::Resources) => [],
			$subject->type === ThingType::Member => $this->ofAuthor($viewer, $subject->id),
			$subject->type === ThingType::Group => $this->ofGroup($viewer, $subject->id),
			$subject->type === ThingType::Notice => $this->ofNotice($viewer, $subject->id),
			default => [],
		};
	}

	/** @return list<Tie> */
	private function ofFile(Viewer $viewer, int $id): array {
		['authors' => $authors, 'groups' => $groups, 'minutes' => $minutes, 'notice' => $notice] = $this->sheets->named($viewer, $id);
		$wrote = fn (int $author): string => $author === $viewer->memberId ? $this->l->t('you wrote this') : $this->l->t('wrote this');
		$author = $notice === null || $authors === [] ? null : $this->notices->one($notice)?->author->ownerId();
		$group = $minutes ? $this->l->t('named in these minutes') : $this->l->t('works on this');
		return [
			...array_map(static fn (int $author): Tie => new Tie(new Ref(ThingType::Member, $author), $wrote($author), Tie::FIRST, OnPage::Authors), $authors),
			...array_map(static fn (int $id): Tie => new Tie(new Ref(ThingType::Group, $id), $group, onPage: OnPage::Workers), $groups),
			...$notice !== null && in_array($author, $authors, true) ? [new Tie(NoticeLinkable::ref($notice), $this->l->t('the notice it began with'))] : [],
		];
	}

	/** @return list<Tie> */
	private function ofAuthor(Viewer $viewer, int $member): array {
		$words = $member === $viewer->memberId ? $this->l->t('written by you') : $this->l->t('written by this person');
		return array_map(static fn (int $file): Tie => new Tie(new Ref(ThingType::File, $file), $words), $this->sheets->byAuthor($viewer, $member));
	}

	/** @return list<Tie> */
	private function ofNotice(Viewer $viewer, int $id): array {
		$author = $this->notices->one($id)?->author->ownerId();
		$words = $this->l->t('describes what came of this notice');
		return $author === null ? [] : array_map(static fn (int $file): Tie => new Tie(new Ref(ThingType::File, $file), $words), $this->sheets->ofNotice($viewer, $id, $author));
	}

	/** @return list<Tie> */
	private function ofGroup(Viewer $viewer, int $group): array {
		$ties = [];
		foreach ($this->sheets->byGroup($viewer, $group) as $file => $minutes) {
			$ties[] = new Tie(new Ref(ThingType::File, $file), $minutes ? $this->l->t('minutes that name this group') : $this->l->t('this group works on it'));
		}
		return $ties;
	}
}
