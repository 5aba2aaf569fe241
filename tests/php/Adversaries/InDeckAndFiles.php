<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use Closure;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use Sandbox\Service\Deck;
use Sandbox\Service\ServiceRefusal;
use Sandbox\Service\Things;
use Throwable;

/** What people do in Deck and in Files, where Réseau is not asked: they make, share, hand over and delete boards, and make, rename, move and delete folders. */
final class InDeckAndFiles {
	public const ACTS = ['board-make', 'board-make', 'board-share', 'board-unshare', 'board-transfer', 'board-delete', 'folder-make', 'folder-make', 'folder-rename', 'folder-move', 'folder-delete'];

	public const LIBRARY = '/Réseau commun';

	public function __construct(
		private readonly World $world,
	) {
	}

	/**
	 * @param non-empty-list<string> $acts one of these
	 * @return array{string, array<string, string|int>, Closure(): mixed} its name, what it is done to, and how
	 */
	public function draw(string $by, array $acts): array {
		$what = World::one($acts);
		$who = World::one($this->world->accounts());
		$number = World::number(1, 3);
		$on = ['board' => World::one($this->boardsFor($by) ?: [1]), 'uid' => $who, 'number' => $number];
		return [$what, $on, fn () => str_starts_with($what, 'board') ? $this->inDeck($what, (int)$on['board'], $who, $by) : $this->inFiles($what, $number, $by)];
	}

	/** @return list<int> those an account has not deleted yet, where there are some and mostly; else all */
	private function boardsFor(string $by): array {
		$own = array_filter($this->world->kernel->get(Things::class)->all('board'), static fn (array $board): bool => $board['owner'] === $by && $board['deletedAt'] === 0);
		return $own !== [] && World::chance(70) ? array_column($own, 'id') : self::boards($this->world);
	}

	/** @return list<int> numbers of the boards, also of deleted ones */
	public static function boards(World $world): array {
		return array_column($world->kernel->get(Things::class)->all('board'), 'id');
	}

	/** @return list<array{int, string}> id and path of folders where a group could have its own, and of private ones */
	public static function folders(World $world, string $by): array {
		$folders = [];
		foreach ([self::LIBRARY, ''] as $around) {
			foreach (range(1, 3) as $number) {
				try {
					$folders[] = [$world->kernel->get(IRootFolder::class)->getUserFolder($by)->get("$around/Dossier $number")->getId(), "$around/Dossier $number"];
				} catch (Throwable) {
					// No such folder.
				}
			}
		}
		return $folders;
	}

	private function inDeck(string $what, int $board, string $who, string $by): mixed {
		$deck = $this->world->kernel->get(Deck::class)->for($by);
		return match ($what) {
			'board-make' => $deck->createBoard('Tableau', '31CC7C'),
			'board-share' => $deck->share($board, 0, $who === $by ? 'nobody' : $who, true, true, true),
			'board-unshare' => $deck->unshare((int)($deck->acl($board)[0]['id'] ?? 0)),
			'board-transfer' => $deck->transferOwner($board, $who),
			'board-delete' => $deck->deleteBoard($board),
		};
	}

	private function inFiles(string $what, int $number, string $by): void {
		try {
			$files = $this->world->kernel->get(IRootFolder::class)->getUserFolder($by);
			$library = $files->get(self::LIBRARY);
			$in = World::chance(70) && $library instanceof Folder ? $library : $files;
			match ($what) {
				'folder-make' => $in->newFolder("Dossier $number"),
				'folder-rename' => $in->get("Dossier $number")->move($in->getPath() . '/Dossier ' . ($number % 3 + 1)),
				'folder-move' => $library->get("Dossier $number")->move("{$files->getPath()}/Dossier $number"),
				'folder-delete' => $in->get("Dossier $number")->delete(),
			};
		} catch (Throwable $e) {
			throw new ServiceRefusal(404, $e->getMessage());
		}
	}
}
