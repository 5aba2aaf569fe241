<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use Closure;
use OCA\Reseau\Board\Deck;
use OCA\Reseau\Library\LibraryFiles;
use OCA\Reseau\Library\LibraryRoot;
use OCA\Reseau\Library\SheetSearch;
use OCA\Reseau\Link\Event\DescribingFiles;
use OCA\Reseau\Link\Kinds;
use OCA\Reseau\Link\Linkable;
use OCA\Reseau\Link\NeighbourKind;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\Thing;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use OCP\IL10N;
use Throwable;

/**
 * Files and folders as link ends: those the viewer has in Files, with their sheet's title if they have one (DescribingFiles). For files deleted from the
 * library, people who have all of it see the former title.
 */
class FileLinkable implements Linkable {
	/** How many parent folders of a file are checked for their group. */
	private const DEPTH = 20;

	public function __construct(
		private readonly IRootFolder $files,
		private readonly LibraryFiles $library,
		private readonly LibraryRoot $root,
		private readonly SheetSearch $search,
		private readonly LinkedTitles $titles,
		private readonly GroupsAround $groups,
		private readonly Deck $deck,
		private readonly Addresses $addresses,
		private readonly IEventDispatcher $events,
		private readonly IL10N $l,
	) {
	}

	public function type(): ThingType {
		return ThingType::File;
	}

	public function known(Viewer $viewer, array $ids): array {
		$there = $this->there($viewer, $ids);
		$missing = array_values(array_diff($ids, array_keys($there)));
		$description = new DescribingFiles($viewer, array_keys($there), $missing);
		$this->events->dispatchTyped($description);
		$known = [];
		foreach ($there as $id => [$path, $isFolder]) {
			$sheet = $description->sheetOf($id);
			['title' => $title, 'line' => $line, 'icon' => $icon] = $sheet
				?? ['title' => basename($path), 'line' => static fn (): string => self::around($path), 'icon' => $isFolder ? 'folder' : 'file'];
			$known[$id] = self::thing($id, $title, $line, $sheet === null ? $this->addresses->at("f/$id") : $this->sheetAt($id), $icon, mine: $sheet['mine'] ?? false);
		}
		$sheets = $description->tombstones();
		foreach ($sheets + $this->titles->gone($viewer, $missing) as $id => $title) {
			// A missing file with a sheet links to the sheet; for others only the name is left.
			$known[$id] = self::thing($id, $title, fn (): string => $this->l->t('This no longer exists'), isset($sheets[$id]) ? $this->sheetAt($id) : '', 'file', true);
		}
		return $known;
	}

	public function expect(array $ids): void {
		// Everything needed for their lines is already loaded.
	}

	public function ties(Viewer $viewer, Thing $subject, Kinds $kinds): array {
		if (!$kinds->has(NeighbourKind::Groups, NeighbourKind::Cards)) {
			return [];
		}
		$id = $subject->ref->id;
		[$path] = $this->there($viewer, [$id])[$id] ?? [null];
		$home = $this->home($viewer);
		if ($path === null || $home === null) {
			return [];
		}
		$ties = [];
		$group = $this->groups->ofFolder($id);
		if ($group !== null) {
			$ties[] = new Tie(new Ref(ThingType::Group, $group), $this->l->t('has this as its folder'), Tie::FIRST);
		}
		foreach (self::foldersAround($home, $path) as $folder) {
			$around = $this->groups->ofFolder($folder);
			if ($around !== null) {
				$ties[] = new Tie(new Ref(ThingType::Group, $around), $this->l->t('has this in its folder'));
			}
		}
		$node = self::at($home, $path);
		foreach ($node === null ? [] : $this->deck->cardsWith((string)$viewer->uid, $node) as $card) {
			$ties[] = new Tie(new Ref(ThingType::Card, $card->id), $this->l->t('has this attached'));
		}
		return $ties;
	}

	public function search(Viewer $viewer, string $words, int $limit): array {
		if ($words === '') {
			return [];
		}
		try {
			$ids = array_map(intval(...), array_column($this->search->list($viewer, SheetSearch::criteria($words, []), '', '', $limit)['sheets'], 'fileId'));
		} catch (ReasonException) {
			// Too long for sheets; a file name may still match.
			$ids = [];
		}
		$folder = $this->root->of((string)$viewer->uid)->folder;
		foreach ($folder === null || count($ids) >= $limit ? [] : array_slice($folder->search($words), 0, $limit) as $node) {
			$ids[] = (int)$node->getId();
		}
		$known = $this->known($viewer, array_values(array_unique($ids)));
		return array_values(array_filter(array_map(static fn (int $id): ?Thing => $known[$id] ?? null, array_slice(array_values(array_unique($ids)), 0, $limit))));
	}

	public function idAt(string $path, array $query): ?int {
		$id = match (true) {
			preg_match('~^/(?:f|apps/files/files|apps/reseau/library/sheet)/(\d+)(?:/|\z)~', $path, $found) === 1 => $found[1],
			// As src/library/files/place.ts writes it: the selected file, else the open folder.
			preg_match('~^/apps/reseau/library/?\z~', $path) === 1 => $query['file'] ?? $query['folder'] ?? null,
			default => null,
		};
		return is_string($id) && preg_match('/^\d{1,18}\z/', $id) === 1 ? (int)$id : null;
	}

	/** @param Closure(): string $line */
	private static function thing(int $id, string $title, Closure $line, string $url, string $icon, bool $gone = false, bool $mine = false): Thing {
		return new Thing(new Ref(ThingType::File, $id), $title, $line, $url, $icon, gone: $gone, keeps: static fn (): bool => $mine);
	}

	/** Leads to the sheet in the app, not to Files. */
	private function sheetAt(int $id): string {
		return $this->addresses->own("library/sheet/$id");
	}

	/**
	 * Files the viewer has: files in the library and their own in one query each, others one by one.
	 *
	 * @param list<int> $ids
	 * @return array<int, array{string, bool}> the viewer's path, with a leading slash, and whether it is a folder
	 */
	private function there(Viewer $viewer, array $ids): array {
		$there = [];
		foreach ($viewer->uid === null ? [] : $this->library->seen($viewer->uid, $ids) as $id => $file) {
			$there[$id] = [$file->at, $file->isFolder()];
		}
		$rest = array_values(array_diff($ids, array_keys($there)));
		$there += $viewer->uid === null || $rest === [] ? [] : $this->library->own($viewer->uid, $rest);
		$home = count($there) === count($ids) ? null : $this->home($viewer);
		foreach ($home === null ? [] : array_diff($ids, array_keys($there)) as $id) {
			$node = $home->getFirstNodeById($id);
			if ($node !== null && $node->isReadable() && str_starts_with($node->getPath(), $home->getPath() . '/')) {
				$there[$id] = [substr($node->getPath(), strlen($home->getPath())), $node instanceof Folder];
			}
		}
		return $there;
	}

	private function home(Viewer $viewer): ?Folder {
		try {
			return $this->files->getUserFolder((string)$viewer->uid);
		} catch (Throwable) {
			// The account has no files, or its storage does not answer.
			return null;
		}
	}

	private static function at(Folder $home, string $path): ?Node {
		try {
			return $home->get($path);
		} catch (Throwable) {
			return null;
		}
	}

	/** @return list<int> ids of a path's parent folders, the nearest first */
	private static function foldersAround(Folder $home, string $path): array {
		$folders = [];
		$path = dirname($path);
		for ($steps = self::DEPTH; $steps > 0 && $path !== '/' && $path !== '.'; $steps--) {
			$folder = self::at($home, $path);
			if ($folder !== null) {
				$folders[] = (int)$folder->getId();
			}
			$path = dirname($path);
		}
		return $folders;
	}

	/** The name of the parent folder, empty at the top. */
	private static function around(string $path): string {
		return implode(' / ', array_filter(explode('/', dirname($path)), static fn (string $name): bool => $name !== '' && $name !== '.'));
	}
}
