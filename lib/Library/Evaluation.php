<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A member's answers about a sheet from their standpoint: no marks, and one evaluation per member.
 *
 * @method int getSheetId()
 * @method void setSheetId(int $id)
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method string getStandpoint()
 * @method void setStandpoint(string $text)
 * @method string getDay()
 * @method void setDay(string $day)
 */
class Evaluation extends Entity {
	/** GRID of src/library/model.ts. */
	public const QUESTIONS = ['helps', 'hinders', 'elsewhere', 'conditions'];

	protected ?int $sheetId = null;
	protected ?int $memberId = null;
	protected ?string $standpoint = null;
	protected ?string $answers = null;
	protected ?string $day = null;

	public function __construct() {
		$this->addType('sheetId', Types::BIGINT);
		$this->addType('memberId', Types::BIGINT);
	}

	/** @return array<string, string> by question, all of them */
	public function answers(): array {
		$answers = json_decode($this->answers ?? '{}', true, 4, JSON_THROW_ON_ERROR);
		return array_replace(array_fill_keys(self::QUESTIONS, ''), array_intersect_key($answers, array_flip(self::QUESTIONS)));
	}

	/** @param array<string, string> $answers */
	public function answer(array $answers): void {
		$this->setter('answers', [json_encode((object)$answers, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)]);
	}
}
