<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\CardText;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Avatar;
use OCP\IL10N;

/** The page of a group as templates/group.php prints it: what GroupPresenter gave, in words. */
class FirstGroup {
	public function __construct(
		private readonly GroupWords $words,
		private readonly FirstGroupNotes $notes,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param array<string, mixed> $group GroupSchema of src/group/model.ts
	 * @param list<array<string, mixed>> $roster RosterRowSchema
	 * @param string $base where the app begins in the address
	 * @return array<string, mixed> what templates/group.php names
	 */
	public function view(Viewer $viewer, array $group, array $roster, string $base): array {
		$can = $group['can'];
		$page = "$base/groups/{$group['id']}";
		$join = $can['join'] ? $this->words->join($group) : '';
		$state = $group['mine']['state'] ?? '';
		$inside = in_array($state, [Membership::ACTIVE, Membership::UNSIGNED], true);
		return [
			'title' => $group['title'],
			'back' => ['text' => $this->l->t('Groups'), 'href' => "$base/groups"],
			'state' => $this->words->stateLine($group),
			'actions' => array_values(array_filter([
				$can['edit'] ? ['text' => $this->l->t('Edit'), 'href' => "$page/edit", 'primary' => false] : null,
				match (true) {
					$join !== '' => ['text' => $join, 'href' => "$page/join", 'primary' => true],
					$can['engage'] => ['text' => $this->l->t('My engagement'), 'href' => "$page/join", 'primary' => false],
					default => null,
				},
			])),
			'notes' => $this->notes->view($viewer, $group, $page),
			'purpose' => $group['purpose'],
			'mandate' => array_filter($group['mandate']) === [] ? [] : [
				['title' => $this->l->t('May or must carry forward'), 'lines' => $group['mandate']['mayAdvance']],
				['title' => $this->l->t('Must not'), 'lines' => $group['mandate']['mustNot']],
				['title' => $this->l->t('May work with'), 'lines' => $group['mandate']['with']],
			],
			'links' => $inside ? $this->links($group, dirname($base, 2)) : [],
			'board' => match (true) {
				$group['boardId'] === null => $group['teamGone']
					? $this->l->t('The team of this group was deleted in Nextcloud, and with it the way to its board and folder.')
					: $this->l->t('This group has no board yet.'),
				$inside => '',
				default => $this->l->t('The board and the folder open for the people of the group.'),
			},
			'leave' => $state === Membership::ACTIVE && $can['leave'] ? "$page/leave" : '',
		] + $this->roster($roster, $base);
	}

	/**
	 * @return array<string, mixed> what is told where there is no such group, as templates/note.php names it
	 */
	public function missing(string $base): array {
		return [
			'title' => $this->l->t('No group here'),
			'sentence' => $this->l->t('This group does not exist any more.'),
			'scripts' => false,
			'link' => ['text' => $this->l->t('Go to the groups'), 'href' => "$base/groups"],
		];
	}

	/**
	 * @param array<string, mixed> $group
	 * @param string $root where Nextcloud's pages begin in the address
	 * @return list<array{text: string, href: string}>
	 */
	private function links(array $group, string $root): array {
		$channel = $group['channel'];
		$conversation = match (true) {
			$channel === null => null,
			$channel['kind'] === 'mail' => CardText::mailAddress($channel['value']),
			default => CardText::webAddress($channel['value']),
		};
		$href = static fn (string $path): string => rtrim($root, '/') . $path;
		return array_values(array_filter([
			$group['boardId'] === null ? null : ['text' => $this->l->t('Open in Deck'), 'href' => $href("/apps/deck/board/{$group['boardId']}")],
			$group['folderId'] === null ? null : ['text' => $this->l->t('Folder'), 'href' => $href("/f/{$group['folderId']}")],
			$conversation === null ? null : ['text' => $this->l->t('Conversation'), 'href' => $conversation],
		]));
	}

	/**
	 * @param list<array<string, mixed>> $roster
	 * @return array{columns: array<string, string>, rows: list<array<string, mixed>>, left: list<string>}
	 */
	private function roster(array $roster, string $base): array {
		$active = array_values(array_filter($roster, static fn (array $row): bool => $row['state'] === Membership::ACTIVE));
		$told = static fn (string $part): bool => array_filter(array_column($active, $part)) !== [];
		// The rest of an engagement is for people of the group: a column nobody fills is left out.
		$columns = ['on' => $this->l->t('On what')] + array_filter([
			'hours' => $told('hours') ? $this->l->t('How much') : '',
			'until' => $told('until') ? $this->l->t('Until') : '',
			'limits' => $told('limits') ? $this->l->t('Limits') : '',
		]);
		return [
			'columns' => $columns,
			'rows' => array_map(fn (array $row): array => [
				'name' => $row['member']['name'],
				'href' => "$base/members/{$row['member']['id']}",
				'avatar' => ['initials' => Avatar::initials($row['member']['name']), 'colour' => Avatar::colour($row['member']['name'])],
				'cells' => array_intersect_key([
					'on' => $this->words->engagedOn($row),
					'hours' => $row['hours'] ?? '',
					'until' => ($row['until'] ?? null) === null ? '' : $this->words->date($row['until']),
					'limits' => $row['limits'] ?? '',
				], $columns),
			], $active),
			'left' => array_values(array_map(
				fn (array $row): string => $this->words->left($row),
				array_filter($roster, static fn (array $row): bool => $row['state'] === Membership::LEFT && ($row['left'] ?? null) !== null),
			)),
		];
	}
}
