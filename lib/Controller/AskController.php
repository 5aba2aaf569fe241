<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Minutes\AskedPerson;
use OCA\Reseau\Minutes\AskMail;
use OCA\Reseau\Minutes\AskPeople;
use OCA\Reseau\Minutes\Asks;
use OCA\Reseau\Minutes\AskTalk;
use OCA\Reseau\Minutes\AskWays;
use OCA\Reseau\Minutes\MinutesAccess;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\PlainText;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Invites people to groups, those without an account by mail (src/minutes/ask/api.ts). */
class AskController extends OCSController {
	/** Characters of the inviter's words in a mail, as ASK_LIMITS of src/minutes/ask/model.ts. */
	public const MESSAGE = 1000;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly MinutesAccess $access,
		private readonly Asks $asks,
		private readonly AskPeople $asking,
		private readonly AskWays $ways,
		private readonly AskMail $mail,
		private readonly AskTalk $talk,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}/asks', requirements: ['group' => '\d{1,18}'])]
	public function list(int $group): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->asks->waiting($viewer, $this->access->inviting($viewer, $group)->id()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/asks', requirements: ['group' => '\d{1,18}'])]
	public function ask(int $group): DataResponse {
		$viewer = $this->viewers->current();
		$inviting = $this->access->inviting($viewer, $group);
		$people = array_map(static fn (AskedPerson $person): AskedPerson => $person->into($group), $this->people());
		$asked = $this->asking->ask($viewer, [$group => $inviting], $people);
		return new DataResponse(['people' => array_map(static fn (array $one): array => ['key' => $one['key'], 'outcome' => $one['outcome']], $asked)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/asks/ways')]
	public function ways(): DataResponse {
		$viewer = $this->viewers->current();
		$people = $this->people();
		return new DataResponse(['people' => $this->ways->all($viewer, $this->groups($viewer, $people), $people)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/asks/mail')]
	public function mail(): DataResponse {
		$viewer = $this->viewers->current();
		['name' => $name, 'groups' => $ids, 'message' => $message] = $this->request->getParams() + ['name' => '', 'groups' => null, 'message' => ''];
		$groups = [];
		foreach (Fields::list($ids, 'groups', AskedPerson::GROUPS) as $i => $id) {
			$groups[] = $this->access->inviting($viewer, Input::number($id) ?? throw new ReasonException('wrong_type', details: ['field' => "groups.$i"]))->group;
		}
		if ($groups === []) {
			throw new ReasonException('wrong_type', details: ['field' => 'groups']);
		}
		return new DataResponse($this->mail->preview((string)$viewer->uid, Fields::text($name, 'name', AskedPerson::LIMITS['name']), $groups, self::message($message)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/asks')]
	public function askAll(): DataResponse {
		$viewer = $this->viewers->current();
		$people = $this->people();
		$groups = $this->groups($viewer, $people);
		return new DataResponse(['people' => $this->asking->ask($viewer, $groups, $people, self::message($this->request->getParams()['message'] ?? ''))]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/asks/{ask}/again', requirements: ['ask' => '\d{1,18}'])]
	public function again(int $ask): DataResponse {
		$viewer = $this->viewers->current();
		$asked = $this->asks->get($ask);
		$this->asking->resend($viewer, $this->access->inviting($viewer, $asked->getGroupId()), $asked);
		return new DataResponse($this->asks->present($viewer, $asked));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/asks/{ask}/reply', requirements: ['ask' => '\d{1,18}'])]
	public function reply(int $ask): DataResponse {
		$viewer = $this->viewers->current();
		$asked = $this->asks->get($ask);
		$this->access->inviting($viewer, $asked->getGroupId());
		$this->talk->reply($viewer, $asked, $this->request->getParams()['text'] ?? null);
		return new DataResponse($this->asks->present($viewer, $this->asks->get($ask)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/asks/{ask}', requirements: ['ask' => '\d{1,18}'])]
	public function takeBack(int $ask): DataResponse {
		$asked = $this->asks->get($ask);
		$this->access->inviting($this->viewers->current(), $asked->getGroupId());
		$this->asks->withdraw($asked);
		return new DataResponse(null);
	}

	/** @return list<AskedPerson> */
	private function people(): array {
		$people = Fields::list($this->request->getParams()['people'] ?? null, 'people', AskPeople::AT_ONCE);
		return array_map(AskedPerson::read(...), $people, array_keys($people));
	}

	/**
	 * @param list<AskedPerson> $people
	 * @return array<int, GroupPeople> the groups they are invited to, by id
	 * @throws ReasonException not_found · not_yours · outside_group
	 */
	private function groups(Viewer $viewer, array $people): array {
		$groups = [];
		foreach ($people as $person) {
			foreach (array_keys($person->groups) as $id) {
				$groups[$id] ??= $this->access->inviting($viewer, $id);
			}
		}
		return $groups;
	}

	/**
	 * @throws ReasonException wrong_type · bad_text · too_long · links_too_early
	 */
	private static function message(mixed $message): string {
		$message = Fields::text($message, 'message', self::MESSAGE);
		if (PlainText::hasAddress($message)) {
			throw new ReasonException('links_too_early', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'message']);
		}
		return $message;
	}
}
