<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCA\Reseau\Settings\Network;
use OCP\Files\IRootFolder;
use OCP\IDBConnection;
use OCP\IUserManager;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Teams;

/** A small network to do things in, and what there is in it to do them to. */
final class World {
	/** Three members, two of them keepers of cards, two facilitators of the network with a card, and an administrator. */
	public const PEOPLE = ['alice', 'bruno', 'chloe', 'fanny', 'gus', 'admin'];

	/** Where the numbers come from that a path names. */
	private const TABLES = [
		'group' => 'reseau_groups', 'id' => 'reseau_members', 'member' => 'reseau_members', 'ask' => 'reseau_asks', 'import' => 'reseau_imports',
		'minutes' => 'reseau_minutes', 'draft' => 'reseau_min_drafts', 'link' => 'reseau_links', 'search' => 'reseau_searches', 'signature' => 'reseau_signatures', 'term' => 'reseau_terms',
		'entry' => 'reseau_terms', 'expression' => 'reseau_terms', 'conversation' => 'reseau_conversations', 'message' => 'reseau_messages', 'notice' => 'reseau_notices', 'introduction' => 'reseau_introductions',
		'brought' => 'reseau_group_minutes', 'meeting' => 'reseau_meetings', 'feed' => 'reseau_groups', 'session' => 'reseau_sessions', 'person' => 'reseau_session_people', 'row' => 'reseau_session_rows', 'said' => 'reseau_session_rows', 'pair' => 'reseau_session_pairs',
		'subscriber' => 'reseau_subscribers', 'call' => 'reseau_calls', 'letter' => 'reseau_letters', 'enquiry' => 'reseau_enquiries',
	];

	/** Tables that do not affect what accounts read, and change with any request. */
	private const UNSEEN = ['oc_appconfig', 'oc_migrations', 'oc_preferences', 'oc_sandbox_attempts', 'oc_sandbox_files', 'oc_sandbox_notifications', 'oc_sandbox_sessions'];

	/** @var ?list<string> */
	private ?array $tables = null;

	/** @var list<string> tokens of links that people were given */
	public array $claims = [];

	private int $file = 1;

	public function __construct(
		public readonly Kernel $kernel,
	) {
	}

	/** @param callable(string, string, ?string, ?array<string, mixed>): mixed $ask a request that succeeds; answers its data */
	public function begin(callable $ask): void {
		foreach (self::PEOPLE as $uid) {
			$this->kernel->createUser($uid, ucfirst($uid), ['fanny' => [Network::FACILITATORS_GROUP], 'gus' => [Network::FACILITATORS_GROUP], 'admin' => ['admin']][$uid] ?? []);
		}
		$levels = ['drives' => 'groups', 'limits' => 'me', 'availability' => 'groups', 'headline' => 'members', 'contact' => 'groups'];
		$card = static fn (string $name): array => ['name' => $name, 'audience' => $levels, 'headline' => 'Bonjour', 'contact' => ['email' => mb_strtolower($name) . '@example.org']]
			+ array_combine(Sight::MARKED, array_map(Sight::mark(...), Sight::MARKED));
		foreach (['alice', 'bruno', 'chloe', 'fanny', 'gus'] as $uid) {
			$ask('PUT', '/members/me', $uid, ['version' => 0] + $card(ucfirst($uid)));
		}
		foreach (['bruno' => 'Iris', 'chloe' => 'Brahim', 'gus' => 'Sylvie'] as $keeper => $name) {
			$made = $ask('POST', '/members', $keeper, $card($name));
			$ask('POST', "/members/{$made['id']}/consent", $keeper, ['date' => '2026-11-20', 'how' => 'De vive voix']);
			$ask('PUT', "/members/{$made['id']}/status", $keeper, ['status' => 'published', 'version' => $made['version']]);
		}
		$ask('PUT', "/members/{$made['id']}/steward", 'gus', ['uid' => null]);
		$ask('PUT', '/letter-settings', 'fanny', ['open' => true]);
		$this->kernel->get(Network::class)->setAllowsShowcase(true);
		$ask('PUT', '/showcase', 'fanny', ['open' => true]);
		$groups = [];
		foreach (['alice' => 'private', 'bruno' => 'request'] as $uid => $join) {
			$groups[$uid] = $ask('POST', '/groups', $uid, ['title' => ucfirst($join), 'join' => $join])['id'];
		}
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
		$folder = $this->kernel->get(IRootFolder::class)->getUserFolder('admin')->get('/Réseau commun');
		$this->kernel->get(Network::class)->setLibrary('/Réseau commun', $folder->getId());
		$this->file = $folder->newFile('Manifeste.md', 'Tenir parole.')->getId();
		$teams = $this->kernel->get(Teams::class);
		foreach (['alice', 'bruno', 'fanny', 'gus'] as $uid) {
			$teams->create("Équipe de $uid", $uid);
		}
		// The groups have a team with their settings.
		foreach (['alice' => 0, 'bruno' => Teams::VISIBLE + Teams::OPEN + Teams::REQUEST] as $uid => $config) {
			$team = $teams->create("Groupe de $uid", $uid);
			$teams->edit($team, $uid, ['config' => $config]);
			$ask('POST', "/groups/$groups[$uid]/making/lease", $uid, ['runner' => 'begin']);
			$ask('PUT', "/groups/$groups[$uid]/making", $uid, ['runner' => 'begin', 'teamId' => $team, 'step' => 'done']);
		}
	}

	/** @return list<string> accounts that are there */
	public function accounts(): array {
		return array_values(array_filter(self::PEOPLE, $this->kernel->get(IUserManager::class)->userExists(...)));
	}

	/** @return list<int> */
	public function cards(): array {
		return $this->ids('reseau_members');
	}

	/** @return list<int> */
	public function groups(): array {
		return $this->ids('reseau_groups');
	}

	/** @return list<string> those an account has a say in, where there are some and half the time; else all */
	public function teams(?string $by = null): array {
		$all = $this->kernel->get(Teams::class)->all();
		$own = array_filter($all, fn (array $team): bool => $by !== null && ($this->kernel->get(Teams::class)->membership($team['team'], $by)['level'] ?? 0) >= Teams::MODERATOR);
		$all = $own !== [] && self::chance(70) ? $own : $all;
		return array_values(array_column($all, 'team'));
	}

	/** The group that a team belongs to. */
	public function groupOf(string $team): ?int {
		return (int)$this->value('SELECT id FROM `*PREFIX*reseau_groups` WHERE team_id = ?', $team) ?: null;
	}

	public function charterVersion(): int {
		return (int)$this->value('SELECT COALESCE(MAX(version), 0) FROM `*PREFIX*reseau_charters`');
	}

	/**
	 * The version of the object in a path, as sent by an account that has just read it.
	 *
	 * @param array<string, string|int> $on
	 */
	public function version(array $on, string $by): int {
		foreach (['row' => 'reseau_session_rows', 'meeting' => 'reseau_meetings', 'session' => 'reseau_sessions', 'brought' => 'reseau_group_minutes', 'group' => 'reseau_groups', 'id' => 'reseau_members', 'draft' => 'reseau_min_drafts', 'minutes' => 'reseau_minutes', 'term' => 'reseau_terms', 'entry' => 'reseau_terms', 'expression' => 'reseau_terms', 'notice' => 'reseau_notices', 'letter' => 'reseau_letters'] as $name => $table) {
			if (isset($on[$name])) {
				return (int)$this->value("SELECT version FROM `*PREFIX*$table` WHERE id = ?", (int)$on[$name]);
			}
		}
		return isset($on['file'])
			? (int)$this->value('SELECT version FROM `*PREFIX*reseau_sheets` WHERE file_id = ?', (int)$on['file'])
			: (int)$this->value('SELECT version FROM `*PREFIX*reseau_members` WHERE uid = ?', $by);
	}

	/**
	 * What a keeper has read of the mail with a notice.
	 *
	 * @param array<string, string|int> $on
	 */
	public function seen(array $on, string $by): string {
		$reply = $this->kernel->request('GET', '/ocs/v2.php/apps/reseau/api/v1/members/' . ($on['id'] ?? 0) . '/notices/' . ($on['notice'] ?? 0), $by);
		return $reply->status === 200 ? (string)($reply->data()['mail']['seen'] ?? '') : '';
	}

	/** @return ?string|int something a path may name; null: no such name is known here */
	public function named(string $name): string|int|null {
		return match (true) {
			$name === 'token' => self::one([...$this->claims, 'unknown']),
			$name === 'file' => $this->file,
			$name === 'place' => self::one(['opening', 'closing']),
			$name === 'feed' && self::chance(30) => 0,
			isset(self::TABLES[$name]) => self::one($this->ids(self::TABLES[$name]) ?: [1]),
			default => null,
		};
	}

	/** @return list<int> cards that stand to a group somehow */
	public function roster(int $group): array {
		return array_map(intval(...), $this->column('SELECT member_id FROM `*PREFIX*reseau_memberships` WHERE group_id = ? ORDER BY id', $group));
	}

	/**
	 * @param array<string, string|int> $on
	 * @return list<string> accounts related to the object in a path: members of the group, the owner of the card, its keeper, who answers visitors
	 */
	public function near(array $on): array {
		if (isset($on['enquiry'])) {
			return ['fanny', 'gus'];
		}
		$group = $this->column('SELECT m.uid FROM `*PREFIX*reseau_members` m INNER JOIN `*PREFIX*reseau_memberships` s ON s.member_id = m.id WHERE s.group_id = ? ORDER BY m.id', (int)($on['group'] ?? 0));
		$card = $this->column("SELECT COALESCE(uid, steward_uid, 'gus') FROM `*PREFIX*reseau_members` WHERE id = ?", (int)($on['member'] ?? $on['id'] ?? 0));
		return array_values(array_filter([...$group, ...$card, ...$card]));
	}

	/** @return list<string> tokens of the links that people without an account were sent, of one sort of page */
	public function sent(string $page): array {
		preg_match_all("#/$page/([\w-]+)#", implode("\n", array_map(static fn (array $mail): string => json_encode($mail, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES), $this->kernel->mails())), $found);
		return array_values(array_unique($found[1]));
	}

	/** All that the app keeps, to see whether it changed. */
	public function picture(): string {
		$db = $this->kernel->get(IDBConnection::class);
		$picture = hash_init('xxh128');
		foreach ($this->tables($db) as $table) {
			hash_update($picture, $table . serialize($db->executeQuery("SELECT * FROM $table ORDER BY 1")->fetchAll()));
		}
		return hash_final($picture);
	}

	/** @return list<mixed> */
	private function column(string $sql, string|int ...$with): array {
		return $this->kernel->get(IDBConnection::class)->executeQuery($sql, $with)->fetchFirstColumn();
	}

	/** @return list<int> */
	private function ids(string $table): array {
		return array_map(intval(...), $this->column("SELECT id FROM `*PREFIX*$table` ORDER BY id"));
	}

	private function value(string $sql, string|int ...$with): mixed {
		return $this->kernel->get(IDBConnection::class)->executeQuery($sql, $with)->fetchOne();
	}

	/** @return list<string> */
	private function tables(IDBConnection $db): array {
		return $this->tables ??= array_values(array_diff(
			array_filter($db->doctrine->createSchemaManager()->listTableNames(), static fn (string $name): bool => str_starts_with($name, 'oc_')),
			self::UNSEEN,
		));
	}

	public static function one(array $of): mixed {
		return array_values($of)[mt_rand(0, count($of) - 1)];
	}

	public static function number(int $from, int $to): int {
		return mt_rand($from, $to);
	}

	/** @param int $percent */
	public static function chance(int $percent): bool {
		return mt_rand(1, 100) <= $percent;
	}
}
