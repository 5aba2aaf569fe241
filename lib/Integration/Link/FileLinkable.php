<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Board\Deck;
use OCA\Reseau\Link\Event\DescribingFiles;
use OCA\Reseau\Link\Linkable;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\Thing;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use OCP\Files\NotFoundException;
use OCP\Files\NotPermittedException;
use OCP\IL10N;

/**
 * Files and folders, as links know them: those the viewer has in Files. What their sheets say of them, and which are gone, is told by
 * those who keep that (DescribingFiles).
 */
class FileLinkable implements Linkable {
	/** Folders around a file that are looked at for whose they are. */
	private const DEPTH = 20;

	public function __construct(
		private readonly IRootFolder $files,
		private readonly Network $network,
		private readonly AllGroups $groups,
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
		$nodes = $this->nodes($viewer, $ids);
		$event = new DescribingFiles($viewer, array_keys($nodes), array_values(array_diff($ids, array_keys($nodes))));
		$this->events->dispatchTyped($event);
		$known = [];
		foreach ($nodes as $id => $node) {
			$sheet = $event->sheetOf($id) ?? ['title' => $node->getName(), 'line' => self::around($viewer, $node), 'icon' => $node instanceof Folder ? 'folder' : 'file'];
			$known[$id] = $this->thing($id, $sheet['title'], $sheet['line'], $sheet['icon']);
		}
		foreach ($event->tombstones() as $id => $title) {
			$known[$id] = $this->thing($id, $title, $this->l->t('This is no longer there'), 'file', true);
		}
		return $known;
	}

	public function ties(Viewer $viewer, int $id): array {
		$node = $this->nodes($viewer, [$id])[$id] ?? null;
		if ($node === null) {
			return [];
		}
		$ties = [];
		$group = $this->groups->ofFolder($id);
		if ($group !== null) {
			$ties[] = new Tie(new Ref(ThingType::Group, $group->id()), $this->l->t('has this as its folder'), Tie::FIRST);
		}
		foreach ($this->foldersAround($viewer, $node) as $folder) {
			$around = $this->groups->ofFolder($folder);
			if ($around !== null) {
				$ties[] = new Tie(new Ref(ThingType::Group, $around->id()), $this->l->t('has this in its folder'));
			}
		}
		foreach ($this->deck->cardsWith((string)$viewer->uid, $node) as $card) {
			$ties[] = new Tie(new Ref(ThingType::Card, $card->id), $this->l->t('has this attached'));
		}
		return $ties;
	}

	public function search(Viewer $viewer, string $words, int $limit): array {
		$library = $words === '' || $this->network->library() === '' ? null : $this->at($viewer, $this->network->library());
		$found = $library instanceof Folder ? array_slice($library->search($words), 0, $limit) : [];
		return array_values($this->known($viewer, array_map(static fn (Node $node): int => (int)$node->getId(), $found)));
	}

	public function idAt(string $path): ?int {
		return preg_match('~^/(?:f|apps/files/files)/(\d{1,18})(?:/|$)~', $path, $found) === 1 ? (int)$found[1] : null;
	}

	private function thing(int $id, string $title, string $line, string $icon, bool $gone = false): Thing {
		return new Thing(new Ref(ThingType::File, $id), $title, static fn (): string => $line, $this->addresses->at("f/$id"), $icon, gone: $gone);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Node> those the viewer has, by number
	 */
	private function nodes(Viewer $viewer, array $ids): array {
		$nodes = [];
		$home = $ids === [] ? null : $this->at($viewer, '');
		foreach ($home instanceof Folder ? $ids : [] as $id) {
			$node = $home->getFirstNodeById($id);
			if ($node !== null && self::path($viewer, $node) !== null) {
				$nodes[$id] = $node;
			}
		}
		return $nodes;
	}

	/** What the viewer has at a path. */
	private function at(Viewer $viewer, string $path): ?Node {
		try {
			$home = $this->files->getUserFolder((string)$viewer->uid);
			return $path === '' ? $home : $home->get($path);
		} catch (NotFoundException|NotPermittedException) {
			return null;
		}
	}

	/** @return list<int> numbers of the folders around a file, the nearest first */
	private function foldersAround(Viewer $viewer, Node $node): array {
		$folders = [];
		$path = dirname((string)self::path($viewer, $node));
		for ($steps = self::DEPTH; $steps > 0 && $path !== '/' && $path !== '.'; $steps--) {
			$folder = $this->at($viewer, $path);
			if ($folder !== null) {
				$folders[] = (int)$folder->getId();
			}
			$path = dirname($path);
		}
		return $folders;
	}

	/** The folder it is in, as the viewer has it in Files; empty at the top. */
	private static function around(Viewer $viewer, Node $node): string {
		return implode(' / ', array_filter(explode('/', dirname((string)self::path($viewer, $node))), static fn (string $name): bool => $name !== '' && $name !== '.'));
	}

	/** @return ?string where the viewer has it, beginning with a slash; null: not among their files */
	private static function path(Viewer $viewer, Node $node): ?string {
		$home = "/$viewer->uid/files";
		return str_starts_with($node->getPath(), "$home/") ? substr($node->getPath(), strlen($home)) : null;
	}
}
