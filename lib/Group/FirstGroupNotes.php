<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;

/**
 * What one has to know or to do before the rest of a group's page, as src/group/ui/GroupMine.vue and GroupForming.vue show it. What
 * needs scripts is told, and done on the page that has them.
 */
class FirstGroupNotes {
	public function __construct(
		private readonly GroupWords $words,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param array<string, mixed> $group GroupSchema of src/group/model.ts
	 * @param string $page address of the group's page
	 * @return list<array{sentence: string, buttons: list<string>, hints: list<string>, label: string, links: list<array{text: string, href: string}>}>
	 */
	public function view(Viewer $viewer, array $group, string $page): array {
		$mine = $group['mine'];
		$can = $group['can'];
		$is = static fn (string $state): bool => ($mine['state'] ?? '') === $state;
		return array_values(array_filter([
			$this->note($this->words->statusSentence($group['status'])),
			$this->outside($viewer, $group, $page),
			$is(Membership::INVITED) ? $this->note($this->words->invited($mine), $can['decline'] ? [$this->l->t('No, thank you')] : []) : null,
			$is(Membership::REQUESTED) ? $this->note(
				$this->l->t('You have asked to come in. Somebody who facilitates the group will answer; until then its board and folder stay closed to you.'),
				$can['leave'] ? [$this->l->t('Ask no longer')] : [],
			) : null,
			$is(Membership::UNSIGNED) ? $this->note($this->l->t('You came in by the team in Nextcloud. Say what you engage for: until then the people of the group do not see what you show to your groups, nor you what they do.')) : null,
			$can['stepUp'] ? $this->note($this->l->t('Nobody facilitates this group.'), $viewer->memberId === null ? [] : [$this->l->t('I will facilitate it')]) : null,
			$group['charter'] !== null ? $this->note(
				$this->l->t('The charter of the network is new, or has changed. Do you agree?'),
				[$this->l->t('Read it'), $this->l->t('I accept it')],
			) : null,
			$this->words->isOver($mine) ? ['label' => $this->l->t('I go on until'), 'links' => [['text' => $this->l->t('Leave the group'), 'href' => "$page/leave"]]] + $this->note(
				CardWords::fill($this->l->t('{over}. Nothing happens by itself: do you go on?'), ['over' => $this->words->over($mine['until'])]),
				[$this->l->t('Go on')],
			) : null,
			$group['making'] === null ? null : $this->forming($group, $group['making'], $page),
		]));
	}

	/**
	 * Why somebody who is not in the group cannot come in.
	 *
	 * @param array<string, mixed> $group
	 * @return ?array<string, mixed>
	 */
	private function outside(Viewer $viewer, array $group, string $page): ?array {
		if ($group['can']['join'] || $group['can']['engage'] || $group['status'] === Group::CLOSED) {
			return null;
		}
		if ($group['join'] === 'private' && !in_array($group['mine']['state'] ?? '', [Membership::INVITED, Membership::UNSIGNED], true)) {
			return $this->note($this->l->t('People come into this group by invitation. Write to somebody who facilitates it.'));
		}
		$base = dirname($page, 2);
		return ['links' => [$viewer->memberId === null
			? ['text' => $this->l->t('Make my card'), 'href' => "$base/"]
			: ['text' => $this->l->t('Go to my card'), 'href' => "$base/me"]]]
			+ (array)$this->note($this->l->t('To be in a group takes a card that the members see.'));
	}

	/**
	 * @param array<string, mixed> $group
	 * @param array<string, mixed> $making MakingSchema
	 * @return ?array<string, mixed>
	 */
	private function forming(array $group, array $making, string $page): ?array {
		$parts = ['teamId' => $this->l->t('Team'), 'boardId' => $this->l->t('Board'), 'folderId' => $this->l->t('Folder')];
		$forming = $group['status'] === Group::FORMING;
		if (!$forming && !($group['can']['make'] && array_filter(array_keys($parts), static fn (string $part): bool => $group[$part] === null) !== [])) {
			return null;
		}
		$by = $making['by'] !== null && !$making['mine'] ? $making['by']['name'] : null;
		$sentence = match (true) {
			$making['running'] && $by !== null => CardWords::fill($this->l->t('{name} is making this group right now.'), ['name' => $by]),
			$making['running'] => $this->l->t('This group is being made right now.'),
			$forming => $this->l->t('This group is forming: not everything it needs is there yet.'),
			$group['teamId'] === null => $this->l->t('This group has no team yet: its people have no board and no folder in common.'),
			default => $this->l->t('Not everything this group could have is there.'),
		};
		$on = $making['first'] ? $this->l->t('Make team and board') : $this->l->t('Go on with it');
		return [
			'links' => $group['can']['make'] && !$making['running'] ? [['text' => $on, 'href' => "$page/making"]] : [],
			'hints' => [implode(' · ', array_map(fn (string $part, string $name): string => CardWords::fill(
				$group[$part] === null ? $this->l->t('{thing}: not yet') : $this->l->t('{thing}: there'),
				['thing' => $name],
			), array_keys($parts), $parts))],
		] + $this->note($sentence);
	}

	/**
	 * @param list<string> $buttons what only the page's scripts do
	 * @return array<string, mixed>
	 */
	private function note(string $sentence, array $buttons = []): ?array {
		return $sentence === '' ? null : ['sentence' => $sentence, 'buttons' => $buttons, 'links' => [], 'hints' => [], 'label' => ''];
	}
}
