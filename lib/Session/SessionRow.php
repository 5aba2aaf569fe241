<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * One need or offer of a person in the room.
 *
 * @method int getSessionId()
 * @method void setSessionId(int $id)
 * @method int getPersonId()
 * @method void setPersonId(int $id)
 * @method string getKind()
 * @method void setKind(string $kind)
 * @method string getText()
 * @method void setText(string $encrypted)
 * @method ?string getTerms()
 * @method void setTerms(?string $json)
 * @method string getState()
 * @method void setState(string $state)
 * @method ?int getNoticeId()
 * @method void setNoticeId(?int $id)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method string getKeyHash()
 * @method void setKeyHash(string $hash)
 */
class SessionRow extends Entity {
	public const SAID = 'said';
	/** After the end: the person, or the keeper of their card, decides whether it is published. */
	public const WAITING = 'waiting';
	/** The person declined; the facilitators do not learn of it. */
	public const DECLINED = 'declined';
	public const PUBLISHED = 'published';

	protected ?int $sessionId = null;
	protected ?int $personId = null;
	/** One of NoticeRules::KINDS. */
	protected ?string $kind = null;
	/** Encrypted by SessionWords. */
	protected ?string $text = null;
	protected ?string $terms = null;
	protected ?string $state = null;
	protected ?int $noticeId = null;
	protected ?int $version = null;
	protected ?string $keyHash = null;

	public function __construct() {
		foreach (['sessionId', 'personId', 'noticeId'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
		$this->addType('version', Types::INTEGER);
	}

	public function is(string ...$states): bool {
		return in_array($this->getState(), $states, true);
	}

	/** @return list<string> ids of terms */
	public function words(): array {
		return json_decode($this->getTerms() ?? '[]', true, 8, JSON_THROW_ON_ERROR);
	}

	/** @param list<string> $words ids of terms */
	public function writeWords(array $words): void {
		$this->setTerms(json_encode($words, JSON_THROW_ON_ERROR));
	}
}
