<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\Security\ICrypto;
use Throwable;

/**
 * The person who can be written to about an anonymous sheet: its author, if they chose so. The number of their card is stored encrypted with the sheet,
 * so that neither a copy of the database nor a query names them. This class reveals it only to themselves.
 */
class AnonymousAuthors {
	/** Digits, so that the length of the stored value reveals nothing. */
	private const LENGTH = 20;

	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly People $people,
		private readonly ICrypto $crypto,
	) {
	}

	/** @return ?Member null: no one can be written to */
	public function of(Sheet $sheet): ?Member {
		$id = $this->memberId($sheet);
		return $id === null ? null : $this->people->byId($id);
	}

	/** @return ?string of SheetSchema: `me`, for the author; `author`, for others; null: no one can be written to */
	public function reach(Viewer $viewer, Sheet $sheet): ?string {
		$author = $this->of($sheet);
		return match (true) {
			$author === null => null,
			$author->ownerId() === $viewer->memberId => 'me',
			default => 'author',
		};
	}

	/**
	 * While the sheet is written. Another person's choice is kept, as long as the sheet is anonymous.
	 *
	 * @param ?bool $reachable null: unchanged
	 * @throws ReasonException no_card · not_yours: another person can be written to, and only they can end it
	 */
	public function choose(Viewer $viewer, Sheet $sheet, ?bool $reachable): void {
		if (!$sheet->isAnonymous() || $sheet->getDeposited() === true) {
			$sheet->setWriter(null);
			return;
		}
		$reach = $this->reach($viewer, $sheet);
		if ($reachable === false && $reach === 'author') {
			throw ReasonException::notYours();
		}
		if ($reachable === false) {
			$sheet->setWriter(null);
		} elseif ($reachable === true && $reach === null) {
			$sheet->setWriter($this->encrypted($viewer->memberId ?? throw new ReasonException('no_card', Http::STATUS_NOT_FOUND)));
		}
	}

	/** @return list<Sheet> about which a member can be written to */
	public function sheetsOf(int $memberId): array {
		return array_values(array_filter($this->sheets->findWithWriter(), fn (Sheet $sheet): bool => $this->memberId($sheet) === $memberId));
	}

	/** The card is erased. */
	public function forget(int $memberId): void {
		$this->write($memberId, null);
	}

	/** Two cards were merged. */
	public function move(int $from, int $into): void {
		$this->write($from, $into);
	}

	private function write(int $memberId, ?int $now): void {
		foreach ($this->sheetsOf($memberId) as $sheet) {
			$sheet->setWriter($now === null ? null : $this->encrypted($now));
			$this->sheets->update($sheet);
		}
	}

	private function encrypted(int $memberId): string {
		return $this->crypto->encrypt(str_pad((string)$memberId, self::LENGTH, '0', STR_PAD_LEFT));
	}

	/** @return ?int null also if the secret of the instance has changed since */
	private function memberId(Sheet $sheet): ?int {
		try {
			return $sheet->getWriter() === null ? null : (int)$this->crypto->decrypt($sheet->getWriter());
		} catch (Throwable) {
			return null;
		}
	}
}
