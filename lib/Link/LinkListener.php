<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Vocabulary\Event\CountingTerms;
use OCA\Reseau\Vocabulary\Relations;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Applies changes of a card to its links: an erased card's links are deleted. Also counts the links of each relation for the vocabulary's editors.
 *
 * @template-implements IEventListener<Event>
 */
class LinkListener implements IEventListener {
	public function __construct(
		private readonly LinkMapper $links,
		private readonly Links $follow,
		private readonly Types $types,
		private readonly Viewers $viewers,
		private readonly Relations $relations,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->links->deleteOf(new Ref(ThingType::Member, $event->memberId)),
			$event instanceof MemberMerged => $this->follow->move(new Ref(ThingType::Member, $event->fromId), new Ref(ThingType::Member, $event->intoId)),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $event->leave('links', 'The links were not made: they are between people, groups and files of the network the file comes from.'),
			$event instanceof CountingTerms && isset($event->ids[Vocabulary::RELATIONS]) => $event->add($this->counts($event->uid, $event->ids[Vocabulary::RELATIONS])),
			default => null,
		};
	}

	/**
	 * @param list<string> $relations
	 * @return array<string, int> number of links whose ends this account may both see, by relation
	 */
	private function counts(string $uid, array $relations): array {
		$links = $relations === [] ? [] : $this->links->findByRelations($relations);
		$ends = [];
		foreach ($links as $link) {
			array_push($ends, $link->a(), $link->b());
		}
		$known = $links === [] ? [] : $this->types->known($this->viewers->of($uid), $ends);
		$counts = [];
		foreach ($links as $link) {
			if (isset($known[$link->a()->key()], $known[$link->b()->key()])) {
				$counts[$link->getRelation()] = ($counts[$link->getRelation()] ?? 0) + 1;
			}
		}
		return $counts;
	}

	/** The links the person made, with the titles of ends they may see. */
	private function export(MemberExporting $event): void {
		$links = $event->uid === null ? [] : $this->links->findByAuthor($event->uid);
		$ends = [];
		foreach ($links as $link) {
			array_push($ends, $link->a(), $link->b());
		}
		$known = $links === [] ? [] : $this->types->known($event->viewer, $ends);
		$end = static fn (Ref $ref): array => $ref->present() + ['title' => ($known[$ref->key()] ?? null)?->title ?? ''];
		$rows = array_map(fn (Link $link): array => [
			'a' => $end($link->a()),
			'relation' => $this->relations->words($link->getRelation(), false, 'fr'),
			'b' => $end($link->b()),
			'made' => gmdate(DATE_ATOM, $link->getCreatedAt()),
		], $links);
		$event->add('links', $rows, $this->l->t('Links'), static fn (): array => array_map(static fn (array $row): array => [
			'text' => implode(' — ', array_map(static fn (string $words): string => $words === '' ? '…' : $words, [$row['a']['title'], $row['relation'], $row['b']['title']])),
		], $rows));
	}
}
