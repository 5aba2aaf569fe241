<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use LogicException;

/**
 * Draws what is sent, from the schema of an endpoint. What a name means is said here for the few that mean something of the network; any other
 * is drawn by its type alone, so that a new one needs nothing.
 */
final class Bodies {
	/** @param array<string, array<string, mixed>> $schemas of openapi.json, by name */
	public function __construct(
		private readonly World $world,
		private readonly array $schemas,
	) {
	}

	/**
	 * @param array<string, mixed> $schema
	 * @param array<string, string|int> $on what the path names
	 */
	public function draw(array $schema, array $on, string $by, string $name = ''): mixed {
		$schema = isset($schema['$ref']) ? $this->schemas[basename($schema['$ref'])] : $schema;
		$known = $this->known($name, $schema, $on, $by);
		if ($known !== null) {
			return $known[0];
		}
		if (isset($schema['enum'])) {
			return World::one($schema['enum']);
		}
		if (isset($schema['anyOf'])) {
			return $this->draw(World::one($schema['anyOf']), $on, $by, $name);
		}
		return match ($schema['type'] ?? 'any') {
			'object' => $this->object($schema, $on, $by),
			'array' => isset($schema['prefixItems'])
				? array_map(fn (array $item): mixed => $this->draw($item, $on, $by, $name), $schema['prefixItems'])
				: array_map(fn (): mixed => $this->draw($schema['items'], $on, $by, $name), range(1, World::number(1, 2))),
			'string' => isset($schema['pattern']) ? '1' : "Mot $name",
			'number', 'integer' => World::number(0, 3),
			'boolean' => World::chance(50),
			'null', 'any' => null,
			default => throw new LogicException("The machine draws no {$schema['type']}"),
		};
	}

	/**
	 * @param array<string, mixed> $schema
	 * @param array<string, string|int> $on
	 * @return array<string, mixed>
	 */
	private function object(array $schema, array $on, string $by): array {
		$drawn = [];
		foreach ($schema['properties'] ?? [] as $name => $property) {
			if (in_array($name, $schema['required'] ?? [], true) || World::chance(80)) {
				$drawn[$name] = $this->draw($property, $on, $by, $name);
			}
		}
		return $drawn;
	}

	/**
	 * @param array<string, mixed> $schema
	 * @param array<string, string|int> $on
	 * @return ?array{mixed} null: by its type alone
	 */
	private function known(string $name, array $schema, array $on, string $by): ?array {
		$isText = ($schema['type'] ?? '') === 'string' && !isset($schema['enum']);
		return match (true) {
			in_array($name, ['memberId', 'facilitators', 'authors', 'to'], true) && ($schema['type'] ?? '') !== 'array' => [World::one($this->world->cards() ?: [1])],
			$name === 'thanks' && ($schema['type'] ?? '') !== 'array' => [World::one($this->world->cards() ?: [1])],
			$name === 'groupId' => [World::one([null, ...$this->world->groups()])],
			$name === 'groups' && ($schema['type'] ?? '') !== 'array' => [World::one($this->world->groups() ?: [1])],
			$name === 'key' && isset($schema['pattern']) => ['key-' . World::number(100_000, 999_999)],
			$name === 'for' => [World::chance(20) ? World::one($this->world->cards() ?: [1]) : null],
			$name === 'seen' => [$this->world->seen($on, $by)],
			$name === 'day' => ['2026-11-23'],
			$name === 'time' => ['18:30'],
			$name === 'endDay', $name === 'endTime' => [null],
			$name === 'zone' => ['Europe/Paris'],
			$name === 'version' => [$this->world->version($on, $by)],
			$name === 'charter' => [$this->world->charterVersion()],
			$name === 'uid' => [World::one([...World::PEOPLE, null])],
			$name === 'teamId' => [World::chance(70) ? World::one($this->world->teams($by) ?: [null]) : null],
			$name === 'boardId' => [World::one([null, ...InDeckAndFiles::boards($this->world)])],
			$name === 'folderId', $name === 'folderPath' => [World::one([null, ...array_column(InDeckAndFiles::folders($this->world, $by), $name === 'folderId' ? 0 : 1)])],
			$name === 'runner' => ["run of $by"],
			$name === 'date' => ['2026-11-20'],
			$name === 'from', $name === 'until' => [World::one([null, '2026-12-01', '2027-03-01'])],
			$name === 'email' => [World::one(['iris', 'brahim', 'sylvie']) . '@example.org'],
			$name === 'website', $name === 'phone' => $isText || isset($schema['anyOf']) ? [null] : null,
			$name === 'hash' => [str_repeat(World::one(['a', 'b']), 64)],
			$name === 'plan' => ['{"groups":[]}'],
			$name === 'mapping', $name === 'answers' => $isText ? ['{}'] : null,
			$name === 'channel' => [World::one([null, ['kind' => 'mail', 'value' => 'groupe@example.org']])],
			$name === 'row' => [['name' => World::one(['Iris', 'Brahim']), 'email' => World::one(['iris', 'brahim']) . '@example.org', 'drives' => Sight::mark('drives')]],
			$name === 'territories', $name === 'sectors', $name === 'terms', $name === 'themes' => ($schema['type'] ?? '') === 'array' ? [[]] : null,
			in_array($name, Sight::MARKED, true) && $isText => [Sight::mark($name)],
			default => null,
		};
	}
}
