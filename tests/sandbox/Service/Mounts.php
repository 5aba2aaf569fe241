<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

/**
 * Where an account has which storage: its own at the top, the Team folder, the spaces of its teams, and what was shared with it or them. The Team folder has
 * rules of its own once there is one.
 *
 * @psalm-type Mount = array{point: string, storage: string, owner: string, root: string, type: string, write: bool, share: int}
 */
class Mounts {
	public function __construct(
		private readonly Things $things,
		private readonly Teams $teams,
		private readonly TeamSpaces $spaces,
	) {
	}

	/** @return list<Mount> */
	public function all(string $uid): array {
		// A Team folder has no owner: Nextcloud returns the viewer instead.
		$mounts = [['point' => '', 'storage' => $uid, 'owner' => $uid, 'root' => '', 'type' => '', 'write' => true, 'share' => 0]];
		if (!$this->isAway($uid)) {
			$mounts[] = ['point' => Tree::COMMON, 'storage' => '', 'owner' => $uid, 'root' => '', 'type' => 'group', 'write' => true, 'share' => 0];
		}
		foreach ($this->spaces->areThere() ? $this->things->all('space') : [] as ['parent' => $team]) {
			$space = $this->teams->has($team, $uid) ? $this->spaces->of($team) : null;
			if ($space !== null && $this->spaces->isKnown($space['id'], $uid)) {
				$mounts[] = ['point' => "/{$space['mountPoint']}", 'storage' => $space['storage'], 'owner' => $uid, 'root' => '', 'type' => 'group', 'write' => true, 'share' => 0];
			}
		}
		foreach ($this->things->all('share') as $share) {
			$for = isset($share['with']) ? $share['with'] === $uid : $this->teams->has($share['team'], $uid);
			if ($for && $share['parent'] !== $uid && !in_array($uid, $share['left'] ?? [], true)) {
				$mounts[] = ['point' => $share['points'][$uid] ?? '/' . basename($share['path']), 'storage' => $share['parent'], 'owner' => $share['by'], 'root' => $share['path'],
					'type' => 'shared', 'write' => $share['write'] ?? true, 'share' => $share['id']];
			}
		}
		return $mounts;
	}

	/** The account opens the top of its files, which then has the folders its teams got since. */
	public function lookAnew(string $uid): void {
		foreach ($this->spaces->areThere() ? $this->things->all('space') : [] as ['id' => $id, 'parent' => $team]) {
			if ($this->teams->has($team, $uid)) {
				$this->spaces->makeKnown($id, $uid);
			}
		}
	}

	/** @return Mount the innermost one that a path is in */
	public function of(string $uid, string $path): array {
		$found = null;
		foreach ($this->all($uid) as $mount) {
			if (str_starts_with($path . '/', $mount['point'] . '/') && strlen($mount['point']) >= strlen($found['point'] ?? '')) {
				$found = $mount;
			}
		}
		return $found;
	}

	/**
	 * @param Mount $mount
	 * @param string $path in its storage
	 * @return array{bool, bool} whether an account may read there, and change what is there
	 */
	public function rights(array $mount, string $uid, string $path): array {
		// What was shared out of the Team folder is what who shared it sees of that; in this stand-in everything.
		$rights = [true, $mount['write']];
		$deepest = -1;
		foreach ($mount['type'] === 'group' && $mount['storage'] === '' ? $this->things->all('rule', $uid) : [] as $rule) {
			if (str_starts_with($path . '/', $rule['path'] . '/') && strlen($rule['path']) > $deepest) {
				$deepest = strlen($rule['path']);
				$rights = [$rule['read'], $rule['read'] && $rule['write']];
			}
		}
		return $rights;
	}

	public function hasRules(): bool {
		return $this->things->all('rule') !== [];
	}

	/** Takes the Team folder away from an account, as if it were in none of its groups, or gives it back. */
	public function keepAway(string $uid, bool $away = true): void {
		foreach ($this->things->all('away', $uid) as $one) {
			$this->things->remove('away', $one['id']);
		}
		if ($away) {
			$this->things->add('away', $uid, []);
		}
	}

	/** @param string $path of the Team folder, empty for all of it */
	public function rule(string $uid, string $path, bool $read, bool $write): void {
		foreach ($this->things->all('rule', $uid) as $rule) {
			if ($rule['path'] === $path) {
				$this->things->remove('rule', $rule['id']);
			}
		}
		$this->things->add('rule', $uid, ['path' => $path, 'read' => $read, 'write' => $write]);
	}

	/**
	 * @param array{owner: string, path: string} $there
	 * @return array{id: int, path: string, team: string}
	 */
	public function shareWithTeam(string $by, array $there, string $team, bool $write): array {
		foreach ($this->things->all('share', $there['owner']) as $share) {
			if ($share['path'] === $there['path'] && ($share['team'] ?? null) === $team) {
				return $share;
			}
		}
		return $this->things->get('share', $this->things->add('share', $there['owner'], ['by' => $by, 'path' => $there['path'], 'team' => $team, 'write' => $write]));
	}

	/** @param array{owner: string, path: string} $there */
	public function shareWith(string $by, array $there, string $uid, bool $write): void {
		foreach ($this->things->all('share', $there['owner']) as $share) {
			if ($share['path'] === $there['path'] && ($share['with'] ?? null) === $uid) {
				$this->things->remove('share', $share['id']);
			}
		}
		$this->things->add('share', $there['owner'], ['by' => $by, 'path' => $there['path'], 'with' => $uid, 'write' => $write]);
	}

	/** @return list<array<string, mixed>> shares of the file at a path of a storage */
	public function sharesOf(string $storage, string $path): array {
		return array_values(array_filter($this->things->all('share', $storage), static fn (array $share): bool => $share['path'] === $path));
	}

	/** Deletes every share of what is at a path, or in it. */
	public function unshare(string $storage, string $path): void {
		foreach ($this->things->all('share', $storage) as $share) {
			if (str_starts_with($share['path'] . '/', $path . '/')) {
				$this->things->remove('share', $share['id']);
			}
		}
	}

	/**
	 * @param Mount $mount
	 * @return bool false for what stays where it is
	 */
	public function rename(array $mount, string $uid, string $to): bool {
		if ($mount['type'] !== 'shared') {
			return false;
		}
		$share = $this->things->get('share', $mount['share']);
		$this->things->change('share', $mount['share'], ['points' => [$uid => $to] + ($share['points'] ?? [])]);
		return true;
	}

	/**
	 * The account hides it.
	 *
	 * @param Mount $mount
	 * @return bool false for what stays
	 */
	public function leave(array $mount, string $uid): bool {
		if ($mount['type'] !== 'shared') {
			return false;
		}
		$share = $this->things->get('share', $mount['share']);
		$this->things->change('share', $mount['share'], ['left' => [...$share['left'] ?? [], $uid]]);
		return true;
	}

	private function isAway(string $uid): bool {
		return $this->things->all('away', $uid) !== [];
	}
}
