<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use DateTimeImmutable;
use DateTimeInterface;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IAppConfig;
use OCP\IConfig;
use OCP\IGroupManager;
use OCP\IUserManager;
use RuntimeException;

/**
 * Boards with what Deck allows, for one account at a time. Missing and hidden boards both answer 403.
 * The first request of an account creates its welcome board.
 */
class Deck {
	private const ACCOUNT = 0;
	private const GROUP = 1;
	private const TEAM = 7;

	private const LABELS = ['31CC7C' => 'Terminé', '317CCC' => 'À réviser', 'FF7A66' => 'Action requise', 'F1DB50' => 'Plus tard'];

	private string $uid = '';

	public function __construct(
		private readonly Things $things,
		private readonly Teams $teams,
		private readonly AppManager $apps,
		private readonly IUserManager $users,
		private readonly IGroupManager $groups,
		private readonly IConfig $config,
		private readonly IAppConfig $appConfig,
		private readonly ITimeFactory $clock,
	) {
	}

	/** The account of all following calls. */
	public function for(string $uid): self {
		$this->uid = $uid;
		if ($this->config->getUserValue($uid, 'deck', 'firstRun', 'yes') === 'yes') {
			$this->config->setUserValue($uid, 'deck', 'firstRun', 'no');
			if ($this->mayCreate()) {
				$board = $this->createBoard('Bienvenue dans Nextcloud Deck !', 'bf678b')['id'];
				$stack = $this->createStack($board, 'À faire', 0)['id'];
				$this->createCard($stack, ['title' => 'Créez votre première carte !', 'order' => 0]);
			}
		}
		return $this;
	}

	/** @return list<array<string, mixed>> */
	public function boards(): array {
		return array_values(array_filter($this->things->all('board'), fn (array $board): bool => $this->rights($board)['READ'] && ($board['deletedAt'] === 0 || $board['owner'] === $this->uid)));
	}

	/** @return list<array<string, mixed>> the same for an account that asks nothing itself */
	public function boardsOf(string $uid): array {
		$this->uid = $uid;
		return $this->boards();
	}

	/** A file is attached to a card, as Nextcloud shares it with that. */
	public function attach(int $card, int $file): void {
		$this->card($card);
		$this->things->add('attachment', $card, ['file' => $file]);
	}

	/** @return array<string, mixed> a board on which this account has a right */
	public function board(int $id, string $right = 'READ'): array {
		$board = $this->things->get('board', $id);
		if ($board === null || $board['deletedAt'] > 0 || !$this->rights($board)[$right]) {
			throw self::denied();
		}
		return $board;
	}

	/** @return array<'READ'|'EDIT'|'MANAGE'|'SHARE', bool> none on a missing board */
	public function rightsOn(int $id): array {
		$board = $this->things->get('board', $id);
		return $board === null ? array_fill_keys(['READ', 'EDIT', 'MANAGE', 'SHARE'], false) : $this->rights($board);
	}

	/**
	 * @param array<string, mixed> $board
	 * @return array<'READ'|'EDIT'|'MANAGE'|'SHARE', bool>
	 */
	public function rights(array $board): array {
		$rights = array_fill_keys(['READ', 'EDIT', 'MANAGE', 'SHARE'], $board['owner'] === $this->uid);
		foreach ($this->acl($board['id']) as $acl) {
			if ($this->isIn($acl)) {
				$rights = ['READ' => true, 'EDIT' => $rights['EDIT'] || $acl['edit'], 'MANAGE' => $rights['MANAGE'] || $acl['manage'], 'SHARE' => $rights['SHARE'] || $acl['share']];
			}
		}
		return $rights;
	}

	public function createBoard(string $title, string $color): array {
		if (!$this->mayCreate()) {
			throw new ServiceRefusal(403, 'Creating boards has been disabled for your account.');
		}
		self::check('title', $title, 100);
		self::check('color', $color, 6);
		$board = $this->things->add('board', '', ['title' => $title, 'color' => $color, 'owner' => $this->uid, 'deletedAt' => 0, 'lastModified' => 0]);
		foreach (self::LABELS as $labelColor => $labelTitle) {
			$this->things->add('label', $board, ['title' => $labelTitle, 'color' => (string)$labelColor]);
		}
		$made = $this->things->get('board', $board);
		$this->touch($board);
		return $made;
	}

	public function deleteBoard(int $id): array {
		$this->board($id, 'MANAGE');
		$this->touch($id);
		return $this->things->change('board', $id, ['deletedAt' => $this->clock->getTime()]);
	}

	public function transferOwner(int $id, string $uid): array {
		$board = $this->things->get('board', $id);
		if ($board === null || $board['owner'] !== $this->uid) {
			throw new ServiceRefusal(401, '');
		}
		foreach ($this->acl($id) as $acl) {
			if ($acl['type'] === self::ACCOUNT && $acl['participant'] === $uid) {
				$this->things->remove('acl', $acl['id']);
			}
		}
		$this->share($id, self::ACCOUNT, $this->uid, true, true, true);
		return $this->things->change('board', $id, ['owner' => $uid]);
	}

	/** @return list<array<string, mixed>> */
	public function acl(int $board): array {
		return $this->things->all('acl', $board);
	}

	/** As in Deck, an existing participant or an unknown team is a server error; the latter only after it is written. */
	public function share(int $board, int $type, string $participant, bool $edit, bool $share, bool $manage): array {
		$this->board($board, 'SHARE');
		foreach ($this->acl($board) as $known) {
			if ($known['type'] === $type && $known['participant'] === $participant) {
				throw new RuntimeException('There is such an entry');
			}
		}
		$id = $this->things->add('acl', $board, ['type' => $type, 'participant' => $participant, 'edit' => $edit, 'share' => $share, 'manage' => $manage]);
		$this->touch($board);
		if ($type === self::TEAM && $this->teams->find($participant) === null) {
			throw new RuntimeException('There is no such team');
		}
		return $this->things->get('acl', $id);
	}

	public function unshare(int $acl): array {
		$found = $this->things->get('acl', $acl) ?? throw self::denied();
		$this->board((int)$found['parent'], 'MANAGE');
		$this->things->remove('acl', $acl);
		$this->touch((int)$found['parent']);
		if ($found['type'] === self::ACCOUNT) {
			foreach ($this->cardsOf((int)$found['parent']) as $card) {
				$this->things->change('card', $card['id'], ['users' => array_values(array_diff($card['users'], [$found['participant']]))]);
			}
		}
		return $found;
	}

	/** @return list<string> account names of everybody who sees it */
	public function people(int $board): array {
		$people = [$this->things->get('board', $board)['owner']];
		foreach ($this->acl($board) as $acl) {
			array_push($people, ...match ($acl['type']) {
				self::ACCOUNT => [$acl['participant']],
				self::TEAM => $this->apps->isEnabledForAnyone('circles')
					? array_column(array_filter($this->teams->members($acl['participant']), static fn (array $member): bool => $member['level'] > 0), 'uid')
					: [],
				default => [],
			});
		}
		return array_values(array_filter(array_unique($people), $this->users->userExists(...)));
	}

	/** @return list<array<string, mixed>> */
	public function labels(int $board): array {
		return $this->things->all('label', $board);
	}

	public function createLabel(int $board, string $title, string $color): array {
		$this->board($board, 'MANAGE');
		$this->checkLabel($board, $title, $color);
		$this->touch($board);
		return $this->things->get('label', $this->things->add('label', $board, ['title' => $title, 'color' => $color]));
	}

	public function updateLabel(int $id, string $title, string $color): array {
		$label = $this->label($id);
		$this->checkLabel((int)$label['parent'], $title, $color, $id);
		$this->touch((int)$label['parent']);
		return $this->things->change('label', $id, ['title' => $title, 'color' => $color]);
	}

	public function deleteLabel(int $id): array {
		$label = $this->label($id);
		foreach ($this->cardsOf((int)$label['parent']) as $card) {
			$this->things->change('card', $card['id'], ['labels' => array_values(array_diff($card['labels'], [$id]))]);
		}
		$this->things->remove('label', $id);
		$this->touch((int)$label['parent']);
		return $label;
	}

	public function createStack(int $board, string $title, int $order): array {
		self::check('title', $title, 100);
		$this->board($board, 'MANAGE');
		$this->touch($board);
		return $this->things->get('stack', $this->things->add('stack', $board, ['title' => $title, 'order' => $order, 'lastModified' => 0]));
	}

	/** @return list<array<string, mixed>> the oldest first, each with its cards that are archived, or with the others, in their order */
	public function stacks(int $board, bool $archived): array {
		$this->board($board);
		return array_map(fn (array $stack): array => $stack + [
			'cards' => self::ordered(array_values(array_filter($this->things->all('card', $stack['id']), static fn (array $card): bool => $card['archived'] === $archived))),
		], $this->things->all('stack', $board));
	}

	/** @param array{title: string, description?: string, order?: int, duedate?: ?string, labels?: list<int>} $card */
	public function createCard(int $stack, array $card): array {
		self::check('title', $card['title'], 255);
		$board = $this->boardOf($stack);
		$now = $this->clock->getTime();
		$due = $card['duedate'] ?? null;
		$id = $this->things->add('card', $stack, [
			'title' => $card['title'],
			'description' => $card['description'] ?? '',
			'order' => $card['order'] ?? 999,
			'archived' => false,
			// Deck keeps the hour that is written and forgets the zone behind it.
			'duedate' => $due === null ? null : (new DateTimeImmutable($due))->format('Y-m-d\TH:i:s') . '+00:00',
			'done' => null,
			'owner' => $this->uid,
			'lastModified' => $now,
			'labels' => [],
			'users' => [],
		]);
		$made = $this->things->get('card', $id);
		$this->touch($board, $stack);
		foreach ($card['labels'] ?? [] as $label) {
			// The card exists by now, even if a label fails.
			$this->giveLabel($id, $label);
		}
		return $made;
	}

	public function giveLabel(int $card, int $label): void {
		$found = $this->card($card);
		$board = $this->boardOf((int)$found['parent']);
		if ((int)($this->things->get('label', $label)['parent'] ?? 0) !== $board) {
			throw self::denied();
		}
		$this->things->change('card', $card, ['labels' => [...$found['labels'], $label]]);
		$this->touch($board, (int)$found['parent']);
	}

	/** @param 'archived'|'done' $what */
	public function mark(int $card, string $what, bool $on): array {
		$found = $this->card($card);
		$value = $what === 'done' ? ($on ? $this->clock->getDateTime()->format(DateTimeInterface::ATOM) : null) : $on;
		return $this->changed($found, [$what => $value]);
	}

	public function deleteCard(int $card): array {
		$found = $this->card($card);
		$this->things->remove('card', $card);
		$this->touch($this->boardOf((int)$found['parent']), (int)$found['parent']);
		return $found;
	}

	public function assign(int $card, string $uid): void {
		$found = $this->card($card);
		if (in_array($uid, $found['users'], true)) {
			throw new ServiceRefusal(400, 'The user is already assigned to the card');
		}
		if (!in_array($uid, $this->people($this->boardOf((int)$found['parent'])), true)) {
			throw new ServiceRefusal(400, 'The user is not part of the board');
		}
		$this->changed($found, ['users' => [...$found['users'], $uid]]);
	}

	public function unassign(int $card, string $uid): void {
		$found = $this->card($card);
		if (!in_array($uid, $found['users'], true)) {
			throw new ServiceRefusal(404, "No assignment for {$uid}found.");
		}
		$this->changed($found, ['users' => array_values(array_diff($found['users'], [$uid]))]);
	}

	/** Whether this account may make boards: the administration can reserve that for some groups. */
	private function mayCreate(): bool {
		$groups = array_filter(explode(',', $this->appConfig->getValueString('deck', 'groupLimit')));
		return $groups === [] || array_filter($groups, fn (string $group): bool => $this->groups->isInGroup($this->uid, $group)) !== [];
	}

	/** @param array<string, mixed> $acl */
	private function isIn(array $acl): bool {
		return match ($acl['type']) {
			self::ACCOUNT => $acl['participant'] === $this->uid,
			self::GROUP => $this->groups->isInGroup($this->uid, $acl['participant']),
			self::TEAM => $this->apps->isEnabledForAnyone('circles') && $this->teams->has($acl['participant'], $this->uid),
			default => false,
		};
	}

	/** @return array<string, mixed> a card this account may change */
	private function card(int $id): array {
		$card = $this->things->get('card', $id) ?? throw self::denied();
		$this->boardOf((int)$card['parent']);
		return $card;
	}

	/** @param array<string, mixed> $values */
	private function changed(array $card, array $values): array {
		$this->touch($this->boardOf((int)$card['parent']), (int)$card['parent']);
		return $this->things->change('card', $card['id'], $values + ['lastModified' => $this->clock->getTime()]);
	}

	/** @return array<string, mixed> a label this account may change */
	private function label(int $id): array {
		$label = $this->things->get('label', $id) ?? throw self::denied();
		$this->board((int)$label['parent'], 'MANAGE');
		return $label;
	}

	/** The board of a stack this account may put cards on. */
	private function boardOf(int $stack): int {
		$found = $this->things->get('stack', $stack) ?? throw self::denied();
		return $this->board((int)$found['parent'], 'EDIT')['id'];
	}

	/** @return list<array<string, mixed>> */
	private function cardsOf(int $board): array {
		return array_merge(...array_map(fn (array $stack): array => $this->things->all('card', $stack['id']), $this->things->all('stack', $board)));
	}

	private function touch(int $board, ?int $stack = null): void {
		$now = ['lastModified' => $this->clock->getTime()];
		$this->things->change('board', $board, $now);
		if ($stack !== null) {
			$this->things->change('stack', $stack, $now);
		}
	}

	private function checkLabel(int $board, string $title, string $color, int $own = 0): void {
		self::check('title', $title, 100);
		self::check('color', $color, 6);
		foreach ($this->labels($board) as $label) {
			if ($label['title'] === $title && $label['id'] !== $own) {
				throw new ServiceRefusal(400, 'title must be unique');
			}
		}
	}

	private static function check(string $what, string $value, int $longest): void {
		if ($value === '') {
			throw new ServiceRefusal(400, "$what must be provided and must be not empty");
		}
		if (mb_strlen($value) > $longest) {
			throw new ServiceRefusal(400, "$what cannot be longer than $longest characters ");
		}
	}

	/** @param list<array<string, mixed>> $things */
	private static function ordered(array $things): array {
		usort($things, static fn (array $a, array $b): int => [$a['order'], $a['id']] <=> [$b['order'], $b['id']]);
		return $things;
	}

	private static function denied(): ServiceRefusal {
		return new ServiceRefusal(403, 'Permission denied');
	}
}
