<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCP\IL10N;

/** The list of groups as templates/groups.php prints it: what GroupPresenter gave, in words. */
class FirstGroups {
	/** More groups than this are searched through, as in src/group/list.ts. */
	private const SEARCHED = 8;
	private const MINE = [Membership::ACTIVE, Membership::UNSIGNED, Membership::INVITED, Membership::REQUESTED];

	public function __construct(
		private readonly GroupWords $words,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param list<array<string, mixed>> $groups GroupSummarySchema of src/group/model.ts
	 * @param string $base where the app begins in the address
	 * @return array<string, mixed> what templates/groups.php names
	 */
	public function view(array $groups, string $base): array {
		$places = ['mine' => [], 'living' => [], 'ended' => []];
		foreach ($groups as $group) {
			$places[match (true) {
				in_array($group['mine']['state'] ?? '', self::MINE, true) => 'mine',
				in_array($group['status'], [Group::FORMING, Group::ACTIVE], true) => 'living',
				default => 'ended',
			}][] = $this->row($group, $base);
		}
		$sections = [
			['title' => $this->l->t('Yours'), 'rows' => $places['mine']],
			['title' => $places['mine'] === [] ? $this->l->t('Those of the network') : $this->l->t('The others of the network'), 'rows' => $places['living']],
		];
		return [
			'title' => $this->l->t('Groups'),
			'actions' => [
				...array_filter($groups, self::hasBoard(...)) === [] ? [] : [['text' => $this->l->t('All the boards'), 'href' => "$base/boards", 'primary' => false]],
				['text' => $this->l->t('New group'), 'href' => "$base/groups/new", 'primary' => true],
			],
			'searched' => count($groups) > self::SEARCHED,
			'sections' => array_filter($sections, static fn (array $section): bool => $section['rows'] !== []),
			'ended' => $places['ended'],
			'empty' => $groups === [],
		];
	}

	/** @param array<string, mixed> $group a group I am in, with a board that is in use: as src/group/list.ts says */
	private static function hasBoard(array $group): bool {
		return ($group['mine']['state'] ?? '') === Membership::ACTIVE && $group['boardId'] !== null && $group['status'] !== Group::CLOSED;
	}

	/**
	 * @param array<string, mixed> $group
	 * @return array<string, string>
	 */
	private function row(array $group, string $base): array {
		return [
			'title' => $group['title'],
			'href' => "$base/groups/{$group['id']}",
			'purpose' => trim(preg_replace('/\s+/u', ' ', $group['purpose']) ?? ''),
			'about' => implode(' · ', array_filter([
				$group['status'] === Group::ACTIVE ? '' : $this->words->status($group['status']),
				$this->words->facilitated($group['facilitators'], false),
			])),
			'mine' => implode(' · ', array_filter([
				$this->words->mine($group['mine']),
				$this->words->isOver($group['mine']) ? $this->words->over($group['mine']['until']) : '',
				$group['charter'] === null ? '' : $this->l->t('The charter waits for your yes'),
				$group['requests'] > 0 ? $this->l->t('Somebody waits to be let in') : '',
			])),
		];
	}
}
