<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Claim\ClaimCard;
use OCA\Reseau\Member\Claim\ClaimMail;
use OCA\Reseau\Member\Claim\ClaimPage;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\Mail\OutsideMails;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IURLGenerator;
use OCP\IUserManager;

/** The one-time link by which a person takes over the card kept for them (src/member/api.ts). */
class ClaimController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly MemberAccess $access,
		private readonly MemberPresenter $presenter,
		private readonly ClaimCard $claims,
		private readonly ClaimMail $mail,
		private readonly ClaimPage $page,
		private readonly Refusals $refusals,
		private readonly Viewers $viewers,
		private readonly IUserManager $users,
		private readonly IURLGenerator $urls,
		private readonly OutsideMails $mails,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/members/{id}/claim-link', requirements: ['id' => '\d{1,18}'])]
	public function invite(int $id, mixed $mail = false): DataResponse {
		$viewer = $this->viewers->current();
		$member = $this->access->hosted($viewer, $id);
		$address = Input::flag($mail, 'mail') ? $this->visibleAddress($viewer, $member) : null;
		if ($address !== null) {
			$this->mails->count($viewer);
		}
		$invitation = $this->claims->invite($member, (string)$viewer->uid);
		$url = $this->urls->linkToRouteAbsolute('reseau.page.index') . 'claim/' . $invitation['token'];
		return new DataResponse([
			'url' => $url,
			'expires' => gmdate(DATE_ATOM, $invitation['expires']),
			'mailed' => $address !== null
				&& $this->mail->send($address, $member->getName(), $this->nameOf((string)$viewer->uid), $this->page->url($invitation['token'])),
		], Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/members/{id}/claim-link', requirements: ['id' => '\d{1,18}'])]
	public function uninvite(int $id): DataResponse {
		$this->claims->uninvite($this->access->hosted($this->viewers->current(), $id));
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauClaim')]
	#[ApiRoute(verb: 'GET', url: '/api/v1/claims/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function claim(string $token): DataResponse {
		[$member, $claim] = $this->claims->open($token);
		$steward = $member->getStewardUid();
		return new DataResponse([
			'name' => $member->getName(),
			'stewardName' => $steward === null ? '' : $this->nameOf($steward),
			'hasCard' => $this->viewers->current()->memberId !== null,
			'expires' => gmdate(DATE_ATOM, $claim->getExpiresAt()),
		]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauClaim')]
	#[ApiRoute(verb: 'POST', url: '/api/v1/claims/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function takeOver(string $token, mixed $merge = false): DataResponse {
		$member = $this->claims->takeOver($token, (string)$this->viewers->current()->uid, Input::flag($merge, 'merge'));
		return new DataResponse($this->presenter->present($this->viewers->current(), $member));
	}

	/**
	 * The card's address, if this viewer may see it: others do not learn whether it exists.
	 *
	 * @throws ReasonException no_address · refused
	 */
	private function visibleAddress(Viewer $viewer, Member $member): string {
		$contact = (array)($this->presenter->present($viewer, $member)['contact'] ?? []);
		$address = $contact['email'] ?? throw new ReasonException('no_address', Http::STATUS_UNPROCESSABLE_ENTITY);
		$this->refusals->requireNone(['email' => $address]);
		return $address;
	}

	private function nameOf(string $uid): string {
		return $this->users->getDisplayName($uid) ?? '';
	}
}
