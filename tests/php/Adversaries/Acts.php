<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use LogicException;

/**
 * Draws what is done next. Every endpoint of openapi.json that writes is among it by itself; one whose path names something of a kind this
 * network holds none is an error that names it. What goes round in groups is drawn more often, and often by the same person on the same group.
 */
final class Acts {
	private const API = '/ocs/v2.php/apps/reseau/api/v1';

	/** How often, by tag. */
	private const WEIGHTS = ['group' => 12, 'ask' => 12, 'member' => 4, 'message' => 3, 'notice' => 2, 'introduction' => 6, 'meeting' => 3, 'calendar' => 2];

	private const WANTED = 60;

	/** What ends much of what there is to do. */
	private const RARE = ['member-delete', 'member-deleteMine', 'member-refuse', 'group-delete', 'minutes-delete'];

	/** What is tried more often after another that succeeded, for it needs it. */
	private const FOLLOWS = [
		'group-create' => ['group-takeLease', 'group-invite'],
		'group-takeLease' => ['group-saveMaking'],
		'group-saveMaking' => ['group-join'],
		'group-invite' => ['group-join', 'group-decline', 'group-acceptFor', 'group-declineFor'],
		'group-addPerson' => ['group-acceptFor', 'group-declineFor'],
		'group-join' => ['group-admit', 'group-facilitate'],
		'group-stepDown' => ['group-edit', 'group-facilitate', 'group-takeLease'],
		'group-leave' => ['group-join', 'group-takeLease'],
		'group-edit' => ['group-join'],
		'group-setStatus' => ['group-delete', 'group-setStatus'],
		'member-invite' => ['member-takeOver'],
		'notice-create' => ['notice-write', 'notice-pass', 'notice-close', 'notice-edit'],
		'introduction-propose' => ['introduction-accept', 'introduction-propose'],
		'introduction-accept' => ['introduction-take', 'introduction-end'],
		'draft-begin' => ['draft-write', 'draft-handOn'],
		'session-create' => ['session-say'],
		'session-say' => ['session-end', 'session-agree'],
		'session-end' => ['session-publish', 'session-agreePair'],
		'meeting-create' => ['meeting-edit', 'meeting-cancel', 'calendar-make'],
		'meeting-cancel' => ['meeting-restore'],
		'calendar-make' => ['group-leave', 'calendar-make'],
		'message-start' => ['message-write', 'message-report', 'message-carry'],
		'ask-ask' => ['ask'],
		'public' => ['write'],
		'write' => ['enquiry-answer'],
		'team-config' => ['team-join'],
		'team-add' => ['group-join'],
		'team-confirm' => ['group-join'],
		'team-join' => ['group-join'],
		'board-make' => ['board-share', 'board-delete', 'board-transfer'],
		'board-share' => ['board-unshare', 'board-delete'],
	];

	/** @var array<string, array{string, string, string, array<string, mixed>}> by operation, as in what follows */
	private array $operations = [];

	/** @var list<array{string, string, string, array<string, mixed>}> operation, method, path, how it is described; as often as it is drawn */
	private array $drawn = [];

	private readonly Bodies $bodies;

	private readonly Deeds $deeds;

	private ?string $by = null;

	private ?int $group = null;

	private string $what = '';

	/** The team where something was done last. */
	private string $team = '';

	/**
	 * @param array<string, mixed> $openapi
	 * @param list<string> $wanted operations to be drawn more often, and what they follow
	 */
	public function __construct(
		private readonly World $world,
		array $openapi,
		array $wanted = [],
	) {
		$this->bodies = new Bodies($world, $openapi['components']['schemas']);
		$this->deeds = new Deeds($world);
		foreach (self::writes($openapi) as [$path, $method, $operation]) {
			$weight = in_array($operation['operationId'], self::RARE, true) ? 1 : self::WEIGHTS[$operation['tags'][0]] ?? 1;
			$this->operations[$operation['operationId']] = [$operation['operationId'], strtoupper($method), $path, $operation];
			$isWanted = array_intersect([$operation['operationId'], ...self::FOLLOWS[$operation['operationId']] ?? []], $wanted) !== [];
			array_push($this->drawn, ...array_fill(0, $isWanted ? self::WANTED : $weight, $this->operations[$operation['operationId']]));
		}
	}

	/**
	 * @param array<string, mixed> $openapi
	 * @return list<array{string, string, array<string, mixed>}> path, method, operation of what does not only read
	 */
	public static function writes(array $openapi): array {
		$writes = [];
		foreach ($openapi['paths'] as $path => $methods) {
			foreach (array_diff_key($methods, ['get' => true]) as $method => $operation) {
				$writes[] = [$path, $method, $operation];
			}
		}
		return $writes;
	}

	/** @param bool $succeeded whether what was drawn before did: what needs it follows then, mostly by the same person */
	public function next(bool $succeeded = false): Act {
		$accounts = $this->world->accounts();
		$then = $succeeded ? self::FOLLOWS[$this->what] ?? [] : [];
		$pages = array_intersect($then, Deeds::PAGES);
		$isAnswered = $pages !== [] && World::chance(80);
		$isEntered = in_array('team-join', $then, true) && World::chance(80);
		$inDeck = array_values(array_intersect($then, InDeckAndFiles::ACTS));
		if ($inDeck !== [] && World::chance(60)) {
			return $this->after($this->deeds->inDeckOrFiles((string)$this->by, $inDeck));
		}
		if ($isAnswered || $isEntered || World::chance(15)) {
			$this->by = World::one($accounts);
			return $this->after(match (true) {
				$isAnswered => $this->deeds->answer(World::one($pages)),
				$isEntered => $this->deeds->inTeams($this->by, $this->team),
				default => $this->deeds->draw($this->by),
			});
		}
		$follows = array_intersect_key($this->operations, array_flip($then));
		$isFollowing = $follows !== [] && World::chance(80);
		[$what, $method, $path, $operation] = World::one($isFollowing ? $follows : $this->drawn);
		$this->what = $what;
		$on = [];
		foreach ($operation['parameters'] ?? [] as ['name' => $name, 'in' => $in]) {
			if ($in === 'path') {
				$on[$name] = $this->named($what, $name, $isFollowing);
			}
		}
		$near = array_intersect($this->world->near($on), $accounts);
		$this->by = match (true) {
			in_array($this->by, $accounts, true) && World::chance($isFollowing ? 70 : 35) => $this->by,
			$near !== [] && World::chance(60) => World::one($near),
			default => World::one($accounts),
		};
		$query = [];
		foreach ($operation['parameters'] ?? [] as ['name' => $name, 'in' => $in, 'schema' => $schema]) {
			if ($in !== 'path' && World::chance(50)) {
				$query[$name] = $this->bodies->draw($schema, $on, $this->by, $name);
			}
		}
		$schema = $operation['requestBody']['content']['application/json']['schema'] ?? null;
		$body = $schema === null ? null : (array)$this->bodies->draw($schema, $on, $this->by);
		$url = strtr($path, array_combine(array_map(static fn (string $name): string => '{' . $name . '}', array_keys($on)), array_map(strval(...), $on)));
		return new Act($what, $this->by, $on, $body, $method, $url . ($query === [] ? '' : '?' . http_build_query($query)));
	}

	/** What is done in Teams is followed by the person it was done to, and on the group of the team. */
	private function after(Act $deed): Act {
		$this->what = $deed->what;
		if (isset($deed->on['team'])) {
			$this->team = (string)$deed->on['team'];
			$this->group = $this->world->groupOf($this->team) ?? $this->group;
			$this->by = in_array($deed->what, ['team-add', 'team-confirm'], true) ? (string)$deed->on['uid'] : $this->by;
		}
		return $deed;
	}

	private function named(string $what, string $name, bool $isFollowing): string|int {
		if ($name === 'group') {
			$groups = $this->world->groups() ?: [1];
			return $this->group = in_array($this->group, $groups, true) && World::chance($isFollowing ? 90 : 60) ? $this->group : World::one($groups);
		}
		$roster = $name === 'member' ? $this->world->roster((int)$this->group) : [];
		return $roster !== [] && World::chance(70)
			? World::one($roster)
			: $this->world->named($name) ?? throw new LogicException("The machine knows no {$name}, which $what names: say in World where they come from");
	}
}
