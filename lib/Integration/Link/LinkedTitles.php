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
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IDBConnection;

/**
 * What files of the library were called when somebody linked them: all that is left when they are gone. Of files elsewhere nothing is
 * kept, for whoever could see them is then known no longer.
 *
 * @template-implements IEventListener<Event>
 */
class LinkedTitles implements IEventListener {
	private const TABLE = 'reseau_link_titles';

	public function __construct(
		private readonly IDBConnection $db,
		private readonly LibraryFiles $files,
		private readonly LibraryRoot $root,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof LinkMade) {
			$this->keep(self::filesAmong($event->ends));
		} elseif ($event instanceof LinkRemoved) {
			array_map($this->forget(...), self::filesAmong($event->ends));
		}
	}

	/**
	 * Of files that somebody has not, those that are gone from the library, where they have all of it.
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

	/** @param list<int> $files */
	private function keep(array $files): void {
		foreach ($this->files->within($files) as $id => $entry) {
			$title = basename($this->files->pathOf($entry));
			$qb = $this->db->getQueryBuilder();
			$qb->update(self::TABLE)->set('title', $qb->createNamedParameter($title))
				->where($qb->expr()->eq('file_id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
			if ($qb->executeStatement() === 0) {
				$this->db->insertIgnoreConflict(self::TABLE, ['file_id' => $id, 'title' => $title]);
			}
		}
	}

	/** With the last link of a file. */
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
