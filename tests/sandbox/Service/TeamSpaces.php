<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\App\IAppManager;
use OCP\IAppConfig;

/**
 * Team folders that belong to a team, as Nextcloud 35 has them once its app groupfolders is there: a new team gets one, its members have it
 * at the top of their files, and it goes with its team, with all that is in it, unless it was unlinked before: then it is kept and belongs to nobody.
 */
class TeamSpaces {
	/** How their storages are called. */
	public const STORAGE = 'space:';

	private const LONGEST = 255;

	public function __construct(
		private readonly Things $things,
		private readonly FileRows $rows,
		private readonly IAppManager $apps,
		private readonly IAppConfig $config,
	) {
	}

	public function areThere(): bool {
		return $this->apps->isEnabledForAnyone('groupfolders');
	}

	/** @return ?array{id: int, mountPoint: string, storage: string} the one of a team */
	public function of(string $team): ?array {
		$space = $this->areThere() && $team !== '' ? $this->things->all('space', $team)[0] ?? null : null;
		return $space === null ? null : ['id' => $space['id'], 'mountPoint' => $space['mountPoint'], 'storage' => self::STORAGE . $space['id']];
	}

	/** Nextcloud remembers for minutes what an account has, and shows a new space once the top of its files was read. */
	public function isKnown(int $id, string $uid): bool {
		return in_array($id, array_column($this->things->all('known space', $uid), 'space'), true);
	}

	public function makeKnown(int $id, string $uid): void {
		if (!$this->isKnown($id, $uid)) {
			$this->things->add('known space', $uid, ['space' => $id]);
		}
	}

	/** A team was made. */
	public function begin(string $team, string $name): void {
		if ($this->areThere() && !in_array($this->config->getValueString('circles', 'team_folder_auto_create', 'yes'), ['no', '0', 'false'], true)) {
			$id = $this->things->add('space', $team, ['mountPoint' => $this->free($name)]);
			$this->rows->root(self::STORAGE . $id);
		}
	}

	/** @return bool whether there was one */
	public function unlink(string $team): bool {
		$space = $this->of($team);
		if ($space !== null) {
			$this->things->change('space', $space['id'], ['parent' => '']);
		}
		return $space !== null;
	}

	/**
	 * A team is gone, or its folder is to go.
	 *
	 * @return bool whether there was one
	 */
	public function remove(string $team): bool {
		$space = $this->of($team);
		if ($space !== null) {
			$this->things->remove('space', $space['id']);
			$this->rows->drop($space['storage']);
		}
		return $space !== null;
	}

	/** As the real one: without what no path may hold, and numbered where another Team folder has the name. */
	private function free(string $name): string {
		$base = mb_substr(trim((string)preg_replace('~[\x00-\x1f/\\\\]+~', '', trim($name))), 0, self::LONGEST) ?: 'team-space';
		$taken = [ltrim(Tree::COMMON, '/'), ...array_column($this->things->all('space'), 'mountPoint')];
		for ($free = $base, $n = 1; in_array($free, $taken, true); $n++) {
			$free = "$base ($n)";
		}
		return $free;
	}
}
