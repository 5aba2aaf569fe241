<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Library\LibraryFiles;
use OCA\Reseau\Library\LibraryRoot;
use OCA\Reseau\Link\Event\LinkMade;
use OCA\Reseau\Link\Event\LinkRemoved;
use OCA\Reseau\Link\Links;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IDBConnection;

/**
 * Titles and paths of linked library files. The title is all that is left when a file is deleted. The path is needed because a shared file that the
 * recipient deletes and restores is another file at the same place, and takes over the links. Nothing is kept of files elsewhere, because it is unknown
 * who could see them.
 *
 * @template-implements IEventListener<Event>
 */
class LinkedTitles implements IEventListener {
	private const TABLE = 'reseau_link_titles';

	public function __construct(
		private readonly IDBConnection $db,
		private readonly LibraryFiles $files,
		private readonly LibraryRoot $root,
		private readonly Links $links,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof LinkMade) {
			$this->keep(self::filesAmong($event->ends));
		} elseif ($event instanceof LinkRemoved) {
			array_map($this->forget(...), self::filesAmong($event->ends));
		}
	}

	/** A file or folder changed: updates the paths of linked files. */
	public function changed(int $id, bool $isFolder): void {
		if ($isFolder) {
			// It may contain the library.
			$this->files->forget();
		}
		$this->keep($isFolder && $this->files->within([$id]) !== [] ? array_keys($this->kept()) : array_keys($this->kept($id)));
	}

	/** A file was restored from the trash bin: it takes over the links of the file deleted from there. */
	public function restored(int $id): void {
		$this->files->forget();
		$entry = $this->files->within([$id])[$id] ?? null;
		$around = $entry === null ? null : $this->files->pathOf($entry) . '/';
		$there = $around === null ? [] : array_filter($this->kept(), static fn (string $path): bool => str_starts_with("$path/", $around));
		foreach (array_diff_key($there, $this->files->within(array_keys($there))) as $gone => $path) {
			$back = $this->files->at($path);
			if ($back !== null) {
				$this->links->move(new Ref(ThingType::File, $gone), new Ref(ThingType::File, $back->getId()));
				$this->forget($gone);
				$this->keep([$back->getId()]);
			}
		}
	}

	/**
	 * Of files a person does not have, those deleted from the library, if they have all of it.
	 *
	 * @param list<int> $files
	 * @return array<int, string> titles by number
	 */
	public function gone(Viewer $viewer, array $files): array {
		$titles = [];
		$mayKnow = $files !== [] && $viewer->uid !== null && $this->root->of($viewer->uid)->whole;
		$files = $mayKnow ? array_values(array_diff($files, array_keys($this->files->within($files)))) : [];
		foreach (array_chunk($files, 500) as $some) {
			$qb = $this->db->getQueryBuilder();
			$qb->select('file_id', 'title')->from(self::TABLE)->where($qb->expr()->in('file_id', $qb->createNamedParameter($some, IQueryBuilder::PARAM_INT_ARRAY)));
			$titles += array_column($qb->executeQuery()->fetchAll(), 'title', 'file_id');
		}
		return $titles;
	}

	/** @return array<int, string> paths by id, of one file or of all */
	private function kept(?int $id = null): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('file_id', 'path')->from(self::TABLE);
		if ($id !== null) {
			$qb->where($qb->expr()->eq('file_id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		}
		return array_map(strval(...), array_column($qb->executeQuery()->fetchAll(), 'path', 'file_id'));
	}

	/** @param list<int> $files */
	private function keep(array $files): void {
		foreach ($this->files->within($files) as $id => $entry) {
			$path = $this->files->pathOf($entry);
			$title = basename($path);
			$qb = $this->db->getQueryBuilder();
			$qb->update(self::TABLE)->set('title', $qb->createNamedParameter($title))->set('path', $qb->createNamedParameter($path))
				->where($qb->expr()->eq('file_id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
			if ($qb->executeStatement() === 0) {
				$this->db->insertIgnoreConflict(self::TABLE, ['file_id' => $id, 'title' => $title, 'path' => $path]);
			}
		}
	}

	/** Removed with the last link of a file. */
	private function forget(int $file): void {
		$this->db->executeStatement(
			'DELETE FROM `*PREFIX*' . self::TABLE . '` WHERE `file_id` = ? AND NOT EXISTS (SELECT 1 FROM `*PREFIX*reseau_links` l'
			. " WHERE (l.a_type = 'file' AND l.a_id = ?) OR (l.b_type = 'file' AND l.b_id = ?))",
			[$file, $file, $file],
		);
	}

	/**
	 * @param list<Ref> $ends
	 * @return list<int>
	 */
	private static function filesAmong(array $ends): array {
		return array_values(array_map(static fn (Ref $ref): int => $ref->id, array_filter($ends, static fn (Ref $ref): bool => $ref->type === ThingType::File)));
	}
}
